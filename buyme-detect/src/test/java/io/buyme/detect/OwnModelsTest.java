package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Mask;
import io.buyme.api.spi.Options;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.graph.OnnxGraph;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of BuyMe's own format, from a file and from a jar. */
class OwnModelsTest {

    private static final DetectionInput PHOTO =
            DetectionInput.of(new BufferedImage(100, 160, BufferedImage.TYPE_INT_RGB));
    private static final double SURE = Math.exp(8) / (Math.exp(8) + 2);

    private final Path folder;

    OwnModelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesOneArticleOfEachCategoryOfADenseModel() throws IOException {
        Detection detection = detect(own(Networks.dense(), "shirt\npants"));
        assertThat(detection.articles()).extracting(Article::category).containsExactly("pants", "shirt");
        Article shirt = detection.articles().get(1);
        assertThat(shirt.box()).isEqualTo(new Box(25, 30, 50, 50));
        assertThat(shirt.mask().flatMap(Mask::bounds)).contains(shirt.box());
        assertThat(shirt.score()).isCloseTo(Math.sqrt(SURE / (1 + Math.exp(-2))), within(1e-4));
        assertThat(detection.articles().get(0).box()).isEqualTo(new Box(25, 93, 50, 67));
        assertThat(detection.notes()).isEmpty();
    }

    @Test
    void notesWhatSeemsToBeThereWithoutAPixel() throws IOException {
        OnnxGraph graph = Networks.picture();
        Networks.output(graph, "pixels", new long[] {1, 2, 2, 1}, 1, 1, 0, 0);
        Networks.output(graph, "presence", new long[] {1, 1}, 2);
        assertThat(detect(own(graph, "bag")).notes())
                .containsExactly(
                        "bag seems to be there (0.88), but no pixel of it was found", "the network found nothing");
    }

    @Test
    void notesPlacesThatAreNoNumbers() throws IOException {
        OnnxGraph graph = Networks.picture();
        Networks.output(graph, "pixels", new long[] {1, 2, 2, 1}, 0, Float.NaN, 5, 5);
        Networks.output(graph, "presence", new long[] {1, 1}, 2);
        Detection detection = detect(own(graph, "bag"));
        assertThat(detection.notes())
                .containsExactly("1 of 2 places of the model's map have values that are no numbers");
    }

    @Test
    void countsTheLabelsOfATwoStageModelFromZero() throws IOException {
        Detection detection = detect(own(Networks.withMasks(), "hat\nshirt\npants"));
        assertThat(detection.articles()).extracting(Article::category).containsExactly("shirt", "pants");
        assertThat(detection.articles()).allSatisfy(a -> assertThat(a.mask()).isPresent());
    }

    @Test
    void calibratesScores() throws IOException {
        Detection detection = detect(own(Networks.yoloNms(), "shirt\t0.5\t-1\npants"));
        double logit = Math.log(0.9 / 0.1);
        assertThat(detection.boxes())
                .anySatisfy(box ->
                        assertThat(box.article().score()).isCloseTo(1 / (1 + Math.exp(1 - 0.5 * logit)), within(1e-6)));
    }

    @Test
    void takesTheThresholdOfTheModelUnlessAskedForAnother() throws IOException {
        OnnxGraph graph = own(Networks.yoloNms(), "shirt\npants").metadata("buyme.threshold", "0.85");
        assertThat(detect(graph, "threads", "1").articles()).hasSize(1);
        assertThat(detect(graph, "threshold", "0.6").articles()).hasSize(2);
    }

    @Test
    void mergesAsTheModelSaysUnlessAskedOtherwise() throws IOException {
        assertThat(detect(own(Networks.yoloNms(), "shoes\nboots")).articles()).hasSize(1);
        OnnxGraph single = own(Networks.yoloNms(), "shoes\nboots").metadata("buyme.merge", "none");
        assertThat(detect(single).articles()).hasSize(2);
        assertThat(detect(single, "merge", "pairs").articles()).hasSize(1);
        assertFails(own(Networks.dense(), "shirt\npants").metadata("buyme.merge", "some"), "option merge");
    }

    @Test
    void refusesOptionsThatAModelAnswersItself() throws IOException {
        Options options = Networks.options(folder, own(Networks.dense(), "shirt\npants"), Networks.LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnnxDetectorProvider().create(options))
                .withMessageContaining("option labels is not for model");
    }

    @Test
    void refusesDamagedMetadata() throws IOException {
        assertFails(Networks.dense().metadata("buyme.format", "2"), "format 2");
        assertFails(Networks.dense().metadata("buyme.format", "1"), "buyme.version");
        assertFails(own(Networks.dense(), "shirt"), "1 labels");
        assertFails(own(Networks.dense(), "shirt\t1"), "buyme.labels");
        assertFails(own(Networks.dense(), "shirt\npants").metadata("buyme.threshold", "high"), "metadata");
    }

    @Test
    void readsTheModelInAJar() throws IOException {
        Path file = Networks.write(folder, own(Networks.dense(), "shirt\npants"));
        ModelInJar model =
                new ModelInJar("segmenter", "m.onnx", Optional.of(file.toUri().toURL()));
        assertThat(model.unavailableReason()).isEmpty();
        try (ArticleDetector detector = model.create(Options.none())) {
            assertThat(detector.detect(PHOTO).articles()).hasSize(2);
        }
    }

    @Test
    void readsAFileInsteadOfTheModelInAJar() throws IOException {
        Path file = Networks.write(folder, own(Networks.yoloNms(), "shirt\npants"));
        ModelInJar model = ModelInJar.beside(OwnModelsTest.class, "segmenter", "missing.onnx");
        try (ArticleDetector detector = model.create(Options.of(Map.of("model", file.toString())))) {
            assertThat(detector.detect(PHOTO).articles()).hasSize(2);
        }
    }

    @Test
    void saysWhenAJarHasNoModel() {
        ModelInJar model = ModelInJar.beside(OwnModelsTest.class, "segmenter", "missing.onnx");
        assertThat(model.unavailableReason())
                .hasValueSatisfying(r -> assertThat(r).contains("missing.onnx"));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> model.create(Options.none()))
                .withMessageContaining("segmenter")
                .withMessageContaining("missing.onnx");
    }

    @Test
    void refusesForeignModelsInPlaceOfTheOneInAJar() throws IOException {
        Path file = Networks.write(folder, Networks.yoloNms());
        ModelInJar model = ModelInJar.beside(OwnModelsTest.class, "segmenter", "missing.onnx");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> model.create(Options.of(Map.of("model", file.toString()))))
                .withMessageContaining("onnx-detector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.create(Options.of(Map.of("labels", "labels.txt"))))
                .withMessageContaining("labels");
    }

    private void assertFails(OnnxGraph graph, String said) throws IOException {
        Options options =
                Options.of(Map.of("model", Networks.write(folder, graph).toString()));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new OnnxDetectorProvider().create(options))
                .withMessageContaining(said);
    }

    private Detection detect(OnnxGraph graph) throws IOException {
        return detect(graph, "threshold", "0.05");
    }

    private Detection detect(OnnxGraph graph, String option, String value) throws IOException {
        String model = Networks.write(folder, graph).toString();
        return Networks.detect(Options.of(Map.of("model", model, option, value)), PHOTO);
    }

    private static OnnxGraph own(OnnxGraph graph, String labels) {
        return graph.metadata("buyme.format", "1")
                .metadata("buyme.version", "test")
                .metadata(
                        "buyme.picture",
                        PictureFormat.mobileNetV2()
                                .withSize(Networks.WIDTH, Networks.HEIGHT)
                                .toText())
                .metadata("buyme.labels", labels);
    }
}
