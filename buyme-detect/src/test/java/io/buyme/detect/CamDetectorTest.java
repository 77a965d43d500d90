package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.DetectedBox;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.testkit.ArticleDetectorTck;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamDetectorTest extends ArticleDetectorTck {

    private static final Box TOP = new Box(50, 80, 100, 100);
    private static final Box PANTS = new Box(60, 200, 80, 140);

    private final Path folder;

    CamDetectorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected ArticleDetectorProvider provider() {
        try {
            Path file = Files.write(folder.resolve("tiny.onnx"), TinyCam.model());
            return provider(Optional.of(file.toUri().toURL()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<DetectionInput> inputs() {
        return List.of(
                new Wall().paint(Color.RED, TOP).paint(Color.BLUE, PANTS).withPerson(new Box(30, 20, 140, 360)),
                new Wall().paint(Color.RED, new Box(80, 120, 60, 60)).withPerson(new Box(30, 20, 140, 360)));
    }

    @Test
    void boxesAndMasksLieWhereTheColorsAre() {
        Detection detection = detect(inputs().get(0));
        assertThat(detection.articles()).extracting(Article::category).containsExactlyInAnyOrder("top", "pants");
        for (Article article : detection.articles()) {
            Box painted = article.category().equals("top") ? TOP : PANTS;
            assertThat(article.box().iou(painted)).as(article.toString()).isGreaterThan(0.6);
            assertThat(article.mask().orElseThrow().bounds()).contains(article.box());
        }
        assertThat(detection.boxes()).extracting(DetectedBox::fate).containsOnly(Fate.KEPT);
    }

    @Test
    void whatIsImprobableIsDroppedWithItsScore() {
        Detection detection = detect(inputs().get(1), Map.of("threshold", "0.999"));
        assertThat(detection.articles()).isEmpty();
        assertThat(detection.boxes()).extracting(DetectedBox::fate).containsOnly(Fate.DROPPED);
        assertThat(detection.boxes().get(0).reason()).contains("is below 1.00");
    }

    @Test
    void twoPiecesOfOneArticleAreMerged() {
        Wall shoes = new Wall().paint(Color.RED, new Box(20, 100, 60, 60)).paint(Color.RED, new Box(130, 100, 60, 60));
        Detection detection = detect(DetectionInput.of(shoes.image()));
        assertThat(detection.articles()).hasSize(1);
        Article both = detection.articles().get(0);
        assertThat(both.box().iou(new Box(20, 100, 170, 60))).isGreaterThan(0.6);
        assertThat(both.mask().orElseThrow().contains(100, 130)).isFalse();
        assertThat(tops(detection.boxes()))
                .hasSize(2)
                .extracting(DetectedBox::fate)
                .containsOnly(Fate.MERGED);
    }

    @Test
    void aSmallPieceBesideALargeOneIsDropped() {
        Wall top = new Wall().paint(Color.RED, new Box(40, 60, 120, 160)).paint(Color.RED, new Box(67, 330, 66, 66));
        Detection detection = detect(DetectionInput.of(top.image()));
        assertThat(detection.articles()).hasSize(1);
        assertThat(detection.articles().get(0).box().bottom()).isLessThan(290);
        assertThat(tops(detection.discarded())).singleElement().satisfies(box -> {
            assertThat(box.fate()).isEqualTo(Fate.DROPPED);
            assertThat(box.reason()).contains("of the heat of the largest piece");
        });
    }

    @Test
    void onlyThePersonIsLookedAt() {
        Wall wall = new Wall().paint(Color.RED, new Box(0, 0, 60, 60));
        Detection detection = detect(wall.withPerson(new Box(100, 150, 80, 240)));
        assertThat(detection.articles()).isEmpty();
        assertThat(detection.notes()).isNotEmpty();
    }

    @Test
    void otherModelsAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("other.onnx"), TinyCam.graph().toBytes());
        assertThatThrownBy(() -> provider().create(Options.of(Map.of("model", file.toString()))))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("buyme.labels is missing");
        Path damaged = Files.write(
                folder.resolve("damaged.onnx"),
                TinyCam.graph().metadata("buyme.labels", "top\tx\t0").toBytes());
        assertThatThrownBy(() -> provider().create(Options.of(Map.of("model", damaged.toString()))))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("damaged metadata");
    }

    @Test
    void withoutAModelItSaysWhatToDo() {
        CamProvider none = provider(Optional.empty());
        assertThat(none.unavailableReason()).get().asString().contains("option 'model'");
        assertThatThrownBy(() -> none.create(Options.none()))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("no model tiny.onnx")
                .hasMessageContaining("option 'model'");
    }

    private static CamProvider provider(Optional<URL> model) {
        return new CamProvider(new ModelInJar(CamProvider.ID, "tiny.onnx", model));
    }

    private static List<DetectedBox> tops(List<DetectedBox> boxes) {
        return boxes.stream()
                .filter(box -> box.article().category().equals("top"))
                .toList();
    }

    private Detection detect(DetectionInput input) {
        return detect(input, Map.of());
    }

    private Detection detect(DetectionInput input, Map<String, String> options) {
        try (ArticleDetector detector = provider().create(Options.of(options))) {
            return detector.detect(input);
        }
    }
}
