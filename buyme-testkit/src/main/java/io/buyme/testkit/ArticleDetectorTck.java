package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Taxonomy;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArticleDetector} must do. {@link #inputs()} gives it photos to do it on; override
 * {@link #taxonomy()} if the detector's labels are not in the standard one.
 */
public abstract class ArticleDetectorTck extends StageTck<ArticleDetector, ArticleDetectorProvider> {

    /** Makes the tests. */
    protected ArticleDetectorTck() {}

    /** Returns at least two photos, differing in what is found, each with at least one article to find. */
    protected abstract List<DetectionInput> inputs();

    /** Returns the taxonomy to which the detector's labels belong. */
    protected Taxonomy taxonomy() {
        return Taxonomy.standard();
    }

    @Override
    protected final Class<ArticleDetectorProvider> providerType() {
        return ArticleDetectorProvider.class;
    }

    @Override
    protected ArticleDetector create() {
        return provider().create(Options.none());
    }

    @Override
    protected final void use(ArticleDetector detector) {
        detector.detectAll(List.of());
    }

    @Test
    void findsArticles() {
        assertThat(stage().detectAll(inputs()))
                .allSatisfy(d -> assertThat(d.articles()).isNotEmpty());
    }

    @Test
    void answersInOrderAndAlikeAloneAndInABatch() {
        List<DetectionInput> inputs = inputs();
        List<Detection> alone = inputs.stream().map(stage()::detect).toList();
        assertThat(alone).doesNotHaveDuplicates();

        List<DetectionInput> reversed = new ArrayList<>(inputs);
        java.util.Collections.reverse(reversed);
        List<Detection> expected = new ArrayList<>(alone);
        java.util.Collections.reverse(expected);

        assertThat(stage().detectAll(inputs)).isEqualTo(alone);
        assertThat(stage().detectAll(reversed)).isEqualTo(expected);
    }

    @Test
    void answersAnEmptyBatchWithNothing() {
        assertThat(stage().detectAll(List.of())).isEmpty();
    }

    @Test
    void answersWithoutAPose() {
        BufferedImage image = inputs().get(0).image();
        requireSound(DetectionInput.of(image), stage().detect(DetectionInput.of(image)));
    }

    @Test
    void answersForAPhotoWithoutAPerson() {
        DetectionInput nobody = DetectionInput.of(inputs().get(0).image(), Pose.nobody(1, "nobody there"));
        requireSound(nobody, stage().detect(nobody));
    }

    @Test
    void answersForASinglePixelWithAndWithoutAPose() {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        DetectionInput plain = DetectionInput.of(pixel);
        requireSound(plain, stage().detect(plain));
        inputs().get(0)
                .pose()
                .map(pose -> DetectionInput.of(pixel, pose))
                .ifPresent(posed -> requireSound(posed, stage().detect(posed)));
    }

    @Test
    void saysWhyWhenItFindsNothing() {
        DetectionInput pixel = DetectionInput.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        Detection detection = stage().detect(pixel);
        if (detection.boxes().isEmpty()) {
            assertThat(detection.notes()).isNotEmpty().noneMatch(String::isBlank);
        }
    }

    @Test
    void findsTheSameInEveryKindOfPicture() {
        DetectionInput input = inputs().get(0);
        BufferedImage image = input.image();
        BufferedImage bytes = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        bytes.createGraphics().drawImage(image, 0, 0, null);
        assertThat(stage().detect(new DetectionInput(bytes, input.pose()))).isEqualTo(stage().detect(input));
    }

    @Test
    void leavesThePictureAlone() {
        BufferedImage image = inputs().get(0).image();
        int[] before = pixels(image);
        stage().detect(new DetectionInput(image, inputs().get(0).pose()));
        assertThat(pixels(image)).isEqualTo(before);
    }

    @Test
    void keepsBoxesInsideThePhotoMasksInsideBoxesAndScoresInRange() {
        List<DetectionInput> inputs = inputs();
        List<Detection> detections = stage().detectAll(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            requireSound(inputs.get(i), detections.get(i));
        }
    }

    @Test
    void namesArticlesByWordsOfTheTaxonomy() {
        assertThat(stage().detectAll(inputs()))
                .allSatisfy(detection -> assertThat(all(detection))
                        .allSatisfy(article -> assertThat(taxonomy().find(article.category()))
                                .as("super-category of " + article.category())
                                .contains(article.superCategory())));
    }

    @Test
    void answersThreadsAsItAnswersOne() throws Exception {
        List<DetectionInput> inputs = inputs();
        List<Detection> expected = stage().detectAll(inputs);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Detection>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> stage().detectAll(inputs)));
            }
            for (Future<List<Detection>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider()
                        .create(Options.of(Map.of("no-such-option", "1")))
                        .close())
                .withMessageContaining("no-such-option");
    }

    private static void requireSound(DetectionInput input, Detection detection) {
        Box photo = new Box(0, 0, input.image().getWidth(), input.image().getHeight());
        assertThat(all(detection)).allSatisfy(article -> {
            assertThat(article.score()).isBetween(0.0, 1.0);
            requireInside(article.box(), photo);
            article.mask().flatMap(Mask::bounds).ifPresent(bounds -> requireInside(bounds, article.box()));
        });
        assertThat(detection.articles())
                .isSortedAccordingTo(Comparator.comparingDouble(Article::score).reversed());
        assertThat(detection.articles())
                .allSatisfy(article -> assertThat(detection.boxes()).anyMatch(box -> stemsFrom(article, box)));
        long kept = detection.boxes().stream()
                .filter(box -> box.fate() == Fate.KEPT)
                .count();
        assertThat(kept)
                .as("kept boxes, each an article")
                .isLessThanOrEqualTo(detection.articles().size());
    }

    private static boolean stemsFrom(Article article, DetectedBox box) {
        return box.fate() != Fate.DROPPED
                && box.article().superCategory() == article.superCategory()
                && box.article().box().intersectionArea(article.box()) > 0;
    }

    private static void requireInside(Box inner, Box outer) {
        assertThat(inner.union(outer)).as("%s inside %s", inner, outer).isEqualTo(outer);
    }

    private static List<Article> all(Detection detection) {
        return Stream.concat(
                        detection.articles().stream(),
                        detection.boxes().stream().map(DetectedBox::article))
                .toList();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
