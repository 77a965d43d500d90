package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.SuperCategory;
import io.buyme.onnx.graph.OnnxGraph;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each signature, with numbers that are known. The photo has 100 by 160 pixels; the canvas of 64 by 128 shows it from
 * (0, -20) on, 1.5625 pixels for one of its own.
 */
class OnnxSignaturesTest {

    private static final BufferedImage PHOTO = new BufferedImage(100, 160, BufferedImage.TYPE_INT_RGB);
    private static final Box SHIRT = new Box(25, 30, 50, 50);
    /** Its lower edge is that of the photo. */
    private static final Box PANTS = new Box(25, 92.5, 50, 67.5);

    private final Path folder;

    OnnxSignaturesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> boxNetworks() {
        return Stream.of(
                Arguments.of("torchvision", Networks.torchvision()),
                Arguments.of("torchvision", Networks.lists("6568", "6570", "6572")),
                Arguments.of("torchvision", Networks.withMasks()),
                Arguments.of("tensorflow", Networks.tensorFlow()),
                Arguments.of("yolo-v8", Networks.yoloV8()),
                Arguments.of("yolo-v5", Networks.yoloV5()),
                Arguments.of("yolo-nms", Networks.yoloNms()),
                Arguments.of("yolo-v7", Networks.yoloV7()));
    }

    @ParameterizedTest
    @MethodSource("boxNetworks")
    void findsTheSameBoxesWhateverTheSignature(String signature, OnnxGraph graph) throws IOException {
        for (String asked : List.of("auto", signature)) {
            Detection detection = Networks.detect(
                    Networks.options(folder, graph, Networks.LABELS, "signature", asked), DetectionInput.of(PHOTO));
            assertThat(detection.articles()).extracting(Article::category).containsExactly("shirt", "pants");
            assertThat(detection.articles())
                    .extracting(Article::superCategory)
                    .containsExactly(SuperCategory.UPPER, SuperCategory.LOWER);
            requireArticle(detection.articles().get(0), 0.9, SHIRT);
            requireArticle(detection.articles().get(1), 0.8, PANTS);
            assertThat(detection.boxes()).extracting(DetectedBox::fate).containsExactly(Fate.KEPT, Fate.KEPT);
        }
    }

    @ParameterizedTest
    @MethodSource("boxNetworks")
    void mapsBoxesBackFromThePersonsRegion(String signature, OnnxGraph graph) throws IOException {
        DetectionInput input = DetectionInput.of(PHOTO, person(new Box(30, 40, 40, 80)));
        Detection detection = Networks.detect(
                Networks.options(folder, graph, Networks.LABELS, "margin", "0", "signature", signature), input);
        requireArticle(detection.articles().get(0), 0.9, new Box(40, 60, 20, 20));
        requireArticle(detection.articles().get(1), 0.8, new Box(40, 85, 20, 30));
    }

    @Test
    void looksAtTheWholePhotoWhenAskedTo() throws IOException {
        DetectionInput input = DetectionInput.of(PHOTO, person(new Box(20, 20, 60, 120)));
        Detection detection = Networks.detect(
                Networks.options(folder, Networks.yoloNms(), Networks.LABELS, "region", "photo"), input);
        requireArticle(detection.articles().get(0), 0.9, SHIRT);
    }

    @Test
    void stretchesThePhotoWhenAskedTo() throws IOException {
        Detection detection = Networks.detect(
                Networks.options(folder, Networks.yoloNms(), Networks.LABELS, "fit", "stretch"),
                DetectionInput.of(PHOTO));
        requireArticle(detection.articles().get(0), 0.9, new Box(25, 40, 50, 40));
    }

    @Test
    void pastesMasksIntoTheirBoxes() throws IOException {
        assertThat(masks(Networks.withMasks())).containsExactly(new Box(25, 30, 25, 50), new Box(25, 93, 25, 67));
    }

    @Test
    void cutsMasksOfTheCanvasToTheirBoxes() throws IOException {
        assertThat(masks(Networks.withMasksOverTheCanvas()))
                .containsExactly(new Box(25, 30, 25, 50), new Box(25, 93, 25, 67));
    }

    @Test
    void countsTheLabelsOfABackgroundFromZero() throws IOException {
        Detection detection = Networks.detect(
                Networks.options(folder, Networks.torchvision(), "__background__\nshirt\npants\n"),
                DetectionInput.of(PHOTO));
        assertThat(detection.articles()).extracting(Article::category).containsExactly("shirt", "pants");
    }

    @Test
    void makesPixelsOfLogits() throws IOException {
        requirePixels(Networks.segmentation(), "background\nshirt\npants\n");
        requirePixels(Networks.segmentation(), Networks.LABELS);
    }

    @Test
    void makesPixelsOfNumbers() throws IOException {
        List<Article> articles = Networks.detect(
                        Networks.options(folder, Networks.numbers(), "background\nshirt\npants\n"),
                        DetectionInput.of(PHOTO))
                .articles();
        assertThat(articles).extracting(Article::score).containsExactly(1.0, 1.0);
        assertThat(articles).extracting(Article::box).contains(SHIRT);
    }

    private void requirePixels(OnnxGraph graph, String labels) throws IOException {
        List<Article> articles = Networks.detect(Networks.options(folder, graph, labels), DetectionInput.of(PHOTO))
                .articles();
        double sure = Math.exp(8) / (Math.exp(8) + 2);
        assertThat(articles).extracting(Article::category).containsExactlyInAnyOrder("shirt", "pants");
        assertThat(articles).allSatisfy(article -> assertThat(article.score()).isCloseTo(sure, within(1e-4)));
        assertThat(articles).extracting(Article::box).containsExactlyInAnyOrder(SHIRT, new Box(25, 93, 50, 67));
        assertThat(articles)
                .allSatisfy(article ->
                        assertThat(article.mask().flatMap(Mask::bounds)).contains(article.box()));
    }

    private List<Box> masks(OnnxGraph graph) throws IOException {
        return Networks.detect(Networks.options(folder, graph, Networks.LABELS), DetectionInput.of(PHOTO))
                .articles()
                .stream()
                .map(article -> article.mask().flatMap(Mask::bounds).orElseThrow())
                .toList();
    }

    private static void requireArticle(Article article, double score, Box box) {
        assertThat(article.score()).isCloseTo(score, within(1e-5));
        assertThat(article.box().x()).isCloseTo(box.x(), within(0.01));
        assertThat(article.box().y()).isCloseTo(box.y(), within(0.01));
        assertThat(article.box().right()).isCloseTo(box.right(), within(0.01));
        assertThat(article.box().bottom()).isCloseTo(box.bottom(), within(0.01));
    }

    private static Pose person(Box box) {
        return new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.of(box), Optional.empty(), List.of());
    }
}
