package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import io.buyme.testkit.ArticleDetectorTck;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxDetectorTest extends ArticleDetectorTck {

    private static final DetectionInput ANY = DetectionInput.of(new BufferedImage(64, 128, BufferedImage.TYPE_INT_RGB));

    private final Path folder;

    OnnxDetectorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected ArticleDetectorProvider provider() {
        return new OnnxDetectorProvider();
    }

    @Override
    protected ArticleDetector create() {
        try {
            return provider().create(Networks.options(folder, Networks.withMasks(), Networks.LABELS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<DetectionInput> inputs() {
        return List.of(photo(123, 217, new Box(10, 10, 80.5, 200)), photo(301, 177, new Box(100, 0, 90, 177)));
    }

    @ParameterizedTest
    @CsvSource({
        "labels, /nowhere/labels.txt, /nowhere/labels.txt",
        "taxonomy, /nowhere/words.properties, /nowhere/words.properties",
        "model, /nowhere/model.onnx, /nowhere/model.onnx",
        "signature, yolo-v8, output0 FLOAT"
    })
    void saysWhatIsMissing(String option, String value, String said) throws IOException {
        Options options = Networks.options(folder, Networks.yoloNms(), Networks.LABELS, option, value);
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining("detect 'onnx-detector'")
                .withMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({
        "signature, yolo-v9",
        "region, face",
        "merge, all",
        "mirror, yes",
        "threshold, 1.5",
        "nms, high",
        "first-label, 7",
        "fit, center-crop",
        "size, 12y34",
        "threads, 0"
    })
    void refusesBadOptions(String option, String value) throws IOException {
        Options options = Networks.options(folder, Networks.yoloNms(), Networks.LABELS, option, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining(option)
                .withMessageContaining(value);
    }

    @Test
    void needsModelAndLabels() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(Options.none()))
                .withMessageContaining("model");
        String model = Networks.write(folder, Networks.yoloNms()).toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(Options.of(Map.of("model", model))))
                .withMessageContaining("labels");
    }

    @Test
    void listsWhatItFoundWhenNoSignatureFits() throws IOException {
        OnnxGraph graph = Networks.output(Networks.picture(), "features", new long[] {1, 5}, 1, 2, 3, 4, 5);
        Options options = Networks.options(folder, graph, Networks.LABELS);
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining("features FLOAT[1,5]")
                .withMessageContaining("2 labels")
                .withMessageContaining("torchvision");
    }

    @Test
    void refusesOutputsOfTheWrongRank() throws IOException {
        OnnxGraph graph = Networks.output(Networks.picture(), "boxes", new long[] {1, 1, 4}, 1, 2, 3, 4);
        Networks.output(graph, "labels", new long[] {1}, 1);
        Networks.output(graph, "scores", new long[] {1}, 1);
        Options options = Networks.options(folder, graph, Networks.LABELS, "signature", "torchvision");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining("boxes FLOAT[1,1,4]");
    }

    @Test
    void refusesOutputsThatDoNotGoTogether() throws IOException {
        OnnxGraph graph = Networks.output(Networks.picture(), "boxes", new long[] {1, 4}, 1, 2, 3, 4);
        Networks.output(graph, "labels", new long[] {1}, 1);
        Networks.output(graph, "scores", new long[] {2}, 1, 1);
        Options options = Networks.options(folder, graph, Networks.LABELS);
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> Networks.detect(options, ANY))
                .withMessageContaining("'scores'")
                .withMessageContaining("[2]");
    }

    @Test
    void refusesModelsOfOtherThingsThanPictures() throws IOException {
        OnnxGraph graph = new OnnxGraph().input("words", ElementType.FLOAT, 1, 7);
        Networks.output(graph, "boxes", new long[] {1, 4}, 1, 2, 3, 4);
        Options options = Networks.options(folder, graph, Networks.LABELS);
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining("words FLOAT[1,7]");
    }

    @Test
    void namesCategoriesBeyondTheLabels() throws IOException {
        Options options = Networks.options(folder, Networks.torchvision(), "shirt\n");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> Networks.detect(options, ANY))
                .withMessageContaining("category 2")
                .withMessageContaining("from 1 to 1");
    }

    @Test
    void namesWordsThatTheTaxonomyLacks() throws IOException {
        Options options = Networks.options(folder, Networks.yoloNms(), "shirt\nfrobnitz\n");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(options))
                .withMessageContaining("[frobnitz]")
                .withMessageContaining("taxonomy");
        Path words = Files.writeString(folder.resolve("words.properties"), "frobnitz = LOWER\n");
        Detection detection = Networks.detect(
                Networks.options(folder, Networks.yoloNms(), "shirt\nfrobnitz\n", "taxonomy", words.toString()), ANY);
        assertThat(detection.articles()).extracting(Article::category).containsExactly("shirt", "frobnitz");
    }

    @Test
    void leavesOutWhatIsNoArticleAndSaysSo() throws IOException {
        Detection detection = Networks.detect(Networks.options(folder, Networks.yoloNms(), "- person\npants\n"), ANY);
        assertThat(detection.articles()).extracting(Article::category).containsExactly("pants");
        assertThat(detection.notes()).containsExactly("1 box of what is no article: [- person] left out");
    }

    @Test
    void findsNothingAndSaysSo() throws IOException {
        OnnxGraph graph = Networks.output(Networks.picture(), "output0", new long[] {0, 7});
        Detection detection = Networks.detect(Networks.options(folder, graph, Networks.LABELS), ANY);
        assertThat(detection).isEqualTo(Detection.none("the network found nothing"));
    }

    @Test
    void appliesThresholdAndSuppression() throws IOException {
        OnnxGraph graph = Networks.output(
                Networks.picture(),
                "output0",
                new long[] {1, 3, 6},
                16,
                32,
                48,
                64,
                0.9f,
                0,
                16,
                34,
                48,
                64,
                0.7f,
                0,
                16,
                72,
                48,
                120,
                0.3f,
                1);
        Detection usual = Networks.detect(Networks.options(folder, graph, Networks.LABELS), ANY);
        assertThat(usual.articles()).hasSize(1);
        assertThat(usual.boxes())
                .extracting(box -> box.fate() + ": " + box.reason())
                .containsExactly(
                        "KEPT: score 0.90 reaches 0.50",
                        "DROPPED: overlaps shirt 0.90 by IoU 0.94",
                        "DROPPED: score 0.30 is below 0.50");
        Detection loose = Networks.detect(
                Networks.options(folder, graph, Networks.LABELS, "threshold", "0.2", "nms", "0.95"), ANY);
        assertThat(loose.articles()).extracting(Article::category).containsExactly("shirt", "pants");
    }

    private static DetectionInput photo(int width, int height, Box person) {
        Pose pose = new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.of(person), Optional.empty(), List.of());
        return DetectionInput.of(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), pose);
    }
}
