package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import io.buyme.testkit.RealPhotos;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks in the jar that find articles by their looks. */
class TrainedDetectorsTest {

    private static final Box PANTS = new Box(181, 448, 174, 279);
    private static final Box PERSON = Box.ofEdges(140, 70, 370, 822);
    private static final Box SHOES = new Box(192, 726, 111, 93);

    @Test
    void oneOfThemIsTakenUnlessAnotherIsAskedFor() {
        try (ArticleDetector detector = Stages.articleDetector()) {
            assertThat(detector).isInstanceOf(OnnxDetector.class);
        }
    }

    /** A photo that the networks have not learned from; the boxes are those of its annotations. */
    @ParameterizedTest
    @ValueSource(strings = {"segmenter", "mask-rcnn"})
    void theyFindWhatAPersonWears(String id) throws IOException {
        DetectionInput input = DetectionInput.of(
                ImageIO.read(RealPhotos.require("ccp/photos/0286.jpg").toFile()), standingIn(PERSON));
        try (ArticleDetector detector = Stages.articleDetector(id, Options.none())) {
            Detection detection = detector.detect(input);

            assertThat(best(detection, "pants").box().iou(PANTS)).isGreaterThan(0.6);
            assertThat(best(detection, "footwear").box().iou(SHOES)).isGreaterThan(0.5);
        }
    }

    private static Pose standingIn(Box box) {
        return new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.of(box), Optional.empty(), List.of());
    }

    private static Article best(Detection detection, String category) {
        List<Article> found = detection.articles().stream()
                .filter(article -> article.category().equals(category))
                .toList();
        assertThat(found).as(category).isNotEmpty();
        return found.stream().max(Comparator.comparingDouble(Article::score)).orElseThrow();
    }
}
