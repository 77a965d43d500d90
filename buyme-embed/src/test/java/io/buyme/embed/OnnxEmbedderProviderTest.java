package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.spi.Options;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEmbedderProviderTest {

    private static final String PRESET = "preset=mobilenet-v2";

    private final Path folder;

    OnnxEmbedderProviderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch=1", "batch=2", "batch=5", "batch=256", "threads=2"})
    void givesTheSameVectorsWhateverTheBatch(String option) throws IOException {
        List<Crop> crops = crops(7);
        try (Embedder embedder = open(TestModels.foreign(), PRESET);
                Embedder other = open(TestModels.foreign(), PRESET, option)) {
            assertThat(other.embedAll(crops)).isEqualTo(embedder.embedAll(crops));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void fillsBatchesThatTheModelFixes(int batch) throws IOException {
        List<Crop> crops = crops(7);
        try (Embedder free = open(TestModels.foreign(), PRESET);
                Embedder fixed = open(TestModels.ofBatch(batch), PRESET)) {
            List<Embedding> expected = free.embedAll(crops);
            List<Embedding> actual = fixed.embedAll(crops);
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < actual.size(); i++) {
                assertThat(actual.get(i).toArray())
                        .containsExactly(expected.get(i).toArray(), within(1e-6f));
            }
        }
    }

    @Test
    void normalisesAndSqueezesPooledVectors() throws IOException {
        OnnxGraph pooling = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3, -1, -1)
                .node("GlobalAveragePool", List.of("x"), "y")
                .output("y", ElementType.FLOAT, -1, 3, 1, 1);
        try (Embedder embedder = open(pooling, "preset=keras-tf")) {
            assertThat(embedder.space().dimension()).isEqualTo(3);
            assertThat(embedder.embed(plain(0xFFFFFF)).toArray())
                    .containsExactly(new float[] {0.57735f, 0.57735f, 0.57735f}, within(1e-5f));
        }
    }

    @Test
    void findsOutHowTheModelWantsItsPictures() throws IOException {
        OnnxGraph rowByRow = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 2, 4, 3)
                .node("Flatten", List.of("x"), "y", Attribute.integer("axis", 1))
                .output("y", ElementType.FLOAT, -1, 24);
        try (Embedder embedder = open(rowByRow, "preset=caffe", "fit=stretch")) {
            float[] vector = embedder.embed(plain(0xFF0000)).toArray();
            // Blue first, and the mean subtracted: -103.939, -116.779, 131.32.
            assertThat(vector[1] / vector[0]).isCloseTo(116.779f / 103.939f, within(1e-4f));
            assertThat(vector[2] / vector[0]).isCloseTo(131.32f / -103.939f, within(1e-4f));
            assertThat(vector[3]).isEqualTo(vector[0]);
        }
    }

    @Test
    void takesSizeAndLayoutFromOptionsIfTheModelLeavesThemOpen() throws IOException {
        OnnxGraph open = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, -1, -1, -1)
                .node("Flatten", List.of("x"), "y", Attribute.integer("axis", 1))
                .output("y", ElementType.FLOAT, -1, -1);
        try (Embedder embedder = open(open, PRESET, "size=5", "layout=nhwc")) {
            assertThat(embedder.space().dimension()).isEqualTo(75);
            float[] red = embedder.embed(plain(0xFF0000)).toArray();
            assertThat(red[3]).isEqualTo(red[0]).isGreaterThan(red[1]);
        }
    }

    @Test
    void changesItsVersionWithEverythingThatChangesVectors() throws IOException {
        Path model = TestModels.write(folder, TestModels.foreign());
        Path changed = TestModels.write(folder, TestModels.foreign().metadata("note", "changed"));
        String version = version(model, PRESET);
        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(version(model, PRESET, "batch=3", "threads=2")).isEqualTo(version);
        assertThat(version(Files.copy(model, folder.resolve("copy.onnx")), PRESET))
                .isEqualTo(version);
        assertThat(List.of(
                        version(changed, PRESET),
                        version(model, "preset=imagenet"),
                        version(model, PRESET, "fit=stretch")))
                .doesNotContain(version)
                .doesNotHaveDuplicates();
    }

    @Test
    void changesItsVersionWithWeightsInAFileOfTheirOwn() throws IOException {
        Path weights = folder.resolve("w.bin");
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3, 8, 8)
                .externalInitializer("w", "w.bin", 1)
                .node("Flatten", List.of("x"), "flat", Attribute.integer("axis", 1))
                .node("Add", List.of("flat", "w"), "y")
                .output("y", ElementType.FLOAT, -1, 192);
        Path model = TestModels.write(folder, graph);
        Files.write(weights, new byte[] {0, 0, 0, 0x3F});
        String version = version(model, PRESET);
        Files.write(weights, new byte[] {0, 0, 0, 0x40});
        assertThat(version(model, PRESET)).isNotEqualTo(version);
        Files.delete(weights);
        assertThatThrownBy(() -> version(model, PRESET))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("w.bin");
    }

    @Test
    void asksWhichOutputIsTheVector() throws IOException {
        OnnxGraph two = TestModels.foreign()
                .node("Neg", List.of("features"), "negative")
                .output("negative", ElementType.FLOAT, -1, TestModels.PIXELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(two, PRESET))
                .withMessageContainingAll("option output", "features FLOAT[?,192]", "negative FLOAT[?,192]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(two, PRESET, "output=logits"))
                .withMessageContainingAll("logits", "features");
        try (Embedder features = open(two, PRESET, "output=features");
                Embedder negative = open(two, PRESET, "output=negative")) {
            Crop crop = crops(1).get(0);
            assertThat(negative.embed(crop).value(0))
                    .isEqualTo(-features.embed(crop).value(0));
            assertThat(negative.space()).isNotEqualTo(features.space());
        }
    }

    @Test
    void refusesOutputsThatAreNoVectors() {
        OnnxGraph maps = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3, 8, 8)
                .node("Relu", List.of("x"), "maps")
                .output("maps", ElementType.FLOAT, -1, 3, 8, 8);
        assertRefused(maps, "output 'maps'", "[3, 8, 8]", "no vector");
        OnnxGraph mean = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3, 8, 8)
                .node(
                        "ReduceMean",
                        List.of("x"),
                        "mean",
                        Attribute.integers("axes", 0),
                        Attribute.integer("keepdims", 0))
                .output("mean", ElementType.FLOAT, 3, 8, 8);
        assertRefused(mean, "output 'mean'", "not one row for each");
    }

    @Test
    void refusesInputsThatAreNoPictures() {
        OnnxGraph numbers = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 5)
                .node("Relu", List.of("x"), "y")
                .output("y", ElementType.FLOAT, -1, 5);
        assertRefused(numbers, "x FLOAT[?,5]", "one input of pictures");
    }

    @Test
    void refusesASizeThatTheModelDoesNotTake() {
        assertThatThrownBy(() -> open(TestModels.foreign(), PRESET, "size=9").close())
                .isInstanceOf(BuyMeException.class)
                .hasMessageContainingAll("image FLOAT[?,3,8,8]", "[1, 3, 9, 9]");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesVectorsWithoutADirectionWhateverTheColor(float factor) throws IOException {
        for (String color : List.of("color=0", "color=0.5")) {
            try (DescribingEmbedder embedder = open(TestModels.times(factor), PRESET, color)) {
                assertHasNoVector(() -> embedder.embed(plain(0)));
                assertHasNoVector(() -> embedder.describe(plain(0)));
            }
        }
    }

    @Test
    void refusesBadOptions() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnnxEmbedderProvider().create(Options.none()))
                .withMessageContaining("model");
        assertBadOption("mobilenet-v2", "preset=vgg");
        assertBadOption("mobilenet-v2");
        assertBadOption("nchw", PRESET, "layout=NCHW");
        assertBadOption("center-crop", PRESET, "fit=crop");
        assertBadOption("batch", PRESET, "batch=0");
        assertBadOption("size", PRESET, "size=big");
    }

    @Test
    void readsModelsOfBuyMeByTheirOwnDescription() throws IOException {
        try (DescribingEmbedder embedder = open(TestModels.buyMe())) {
            assertThat(embedder.space().model()).isEqualTo("onnx-embedder");
            assertThat(embedder.describe(plain(0x0000FF)).attributes().tags()).isNotEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(TestModels.buyMe(), PRESET))
                .withMessageContainingAll("preset", "itself");
    }

    @Test
    void describesByColorsAloneIfTheModelIsForeign() throws IOException {
        try (DescribingEmbedder embedder = open(TestModels.foreign(), PRESET)) {
            DescribingEmbedder.Described red = embedder.describe(plain(0xC81D25));
            assertThat(red.attributes().colors().get(0).name()).isEqualTo("red");
            assertThat(red.attributes().tags()).isEmpty();
        }
    }

    private void assertRefused(OnnxGraph graph, String... words) {
        assertThatThrownBy(() -> open(graph, PRESET).close())
                .isInstanceOf(BuyMeException.class)
                .hasMessageContainingAll(words);
    }

    private static void assertHasNoVector(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(BuyMeException.class)
                .hasMessageContainingAll("embed 'onnx-embedder'", "no vector", "output 'product'");
    }

    private void assertBadOption(String word, String... options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(TestModels.foreign(), options))
                .withMessageContaining(word);
    }

    private String version(Path model, String... options) {
        try (Embedder embedder = open(model, options)) {
            return embedder.space().version();
        }
    }

    private DescribingEmbedder open(OnnxGraph graph, String... options) throws IOException {
        return open(TestModels.write(folder, graph), options);
    }

    private static DescribingEmbedder open(Path model, String... options) {
        Map<String, String> settings = new HashMap<>(Map.of("model", model.toString()));
        for (String option : options) {
            settings.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return new OnnxEmbedderProvider().create(Options.of(settings));
    }

    private static List<Crop> crops(int count) {
        Random random = new Random(11);
        return IntStream.range(0, count)
                .mapToObj(i -> plain(random.nextInt(1 << 24)))
                .toList();
    }

    private static Crop plain(int rgb) {
        BufferedImage image = new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 30; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return new Crop(image, Optional.empty(), Optional.empty());
    }
}
