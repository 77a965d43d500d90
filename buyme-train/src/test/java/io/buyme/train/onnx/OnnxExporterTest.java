package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.TensorSpec;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxExporterTest {

    private final Path folder;

    OnnxExporterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void writesAnEmbedderWithThreeOutputsAndMetadata() {
        Path file = folder.resolve("embedder.onnx");

        ExportReport report = OnnxExporter.of(SmallNetworks.embedder(), SmallNetworks.PICTURE)
                .output("embedding", "unit")
                .logits("tags", "tags")
                .output("patches", "map")
                .metadata("buyme.format", "1")
                .metadata("buyme.tags", "color\tröd\t1\t0\n")
                .write(file);

        assertThat(report.translationDifference()).isLessThan(1e-4);
        assertThat(file).hasSize(report.bytes());
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            assertThat(model.inputs())
                    .extracting(TensorSpec::name, TensorSpec::shape)
                    .containsExactly(tuple("image", List.of(-1L, 3L, 17L, 15L)));
            assertThat(model.outputs()).extracting(TensorSpec::name).containsExactly("embedding", "tags", "patches");
            assertThat(model.outputs().get(2).shape()).containsExactly(-1L, 6L, 9L, 8L);
            assertThat(model.metadata())
                    .containsOnly(entry("buyme.format", "1"), entry("buyme.tags", "color\tröd\t1\t0\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 4})
    void mapsArePooledToOneValueAChannel(double sharpness) {
        Path file = folder.resolve("pooled.onnx");

        ExportReport report = OnnxExporter.of(SmallNetworks.embedder(), SmallNetworks.PICTURE)
                .pooled("tags", "map", sharpness)
                .output("maps", "map")
                .write(file);

        assertThat(report.translationDifference()).isLessThan(1e-4);
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            assertThat(model.outputs().get(0).shape()).containsExactly(-1L, 6L);
        }
    }

    @Test
    void sixteenBitWeightsHalveTheFileAndChangeLittle() {
        OnnxExporter exporter =
                OnnxExporter.of(SmallNetworks.wide(), SmallNetworks.PICTURE).output("embedding", "wide");
        ExportReport exact = exporter.write(folder.resolve("exact.onnx"));

        ExportReport half = exporter.halfWeights().write(folder.resolve("half.onnx"));

        assertThat(half.bytes()).isBetween(exact.bytes() / 2, exact.bytes() * 55 / 100);
        assertThat(half.storedDifference())
                .isGreaterThan(half.translationDifference())
                .isLessThan(1e-2);
    }

    @Test
    void namesALayerThatItCannotTranslateAndLeavesTheFileAlone() throws IOException {
        GraphBuilder builder = SmallNetworks.builder();
        builder.addLayer("contrast", new LocalResponseNormalization(), "in").setOutputs("contrast");
        Path file = Files.writeString(folder.resolve("old.onnx"), "as it was");

        assertThatThrownBy(() -> OnnxExporter.of(SmallNetworks.network(builder), SmallNetworks.PICTURE)
                        .output("out", "contrast")
                        .write(file))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessageContainingAll("contrast", "LocalResponseNormalization");
        assertThat(file).hasContent("as it was");
    }

    @Test
    void refusesAModelThatComputesNoNumbers() {
        ComputationGraph network = SmallNetworks.embedder();
        network.getLayer("stem").getParam("W").putScalar(0, Float.NaN);
        Path file = folder.resolve("nan.onnx");

        assertThatThrownBy(() -> OnnxExporter.of(network, SmallNetworks.PICTURE)
                        .output("embedding", "unit")
                        .write(file))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DIFFERS));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWeightsBeyondSixteenBits() {
        ComputationGraph network = SmallNetworks.wide();
        network.getLayer("wide").getParam("W").putScalar(0, 1e6f);

        assertThatThrownBy(() -> OnnxExporter.of(network, SmallNetworks.PICTURE)
                        .output("embedding", "wide")
                        .halfWeights()
                        .write(folder.resolve("half.onnx")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'wide.weight' has numbers beyond the range of 16-bit floats");
    }

    @Test
    void wantsOutputsOfExistingVerticesUnderDifferentNames() {
        OnnxExporter exporter =
                OnnxExporter.of(SmallNetworks.wide(), SmallNetworks.PICTURE).output("out", "wide");

        assertThatThrownBy(() -> exporter.output("other", "nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exporter.output("out", "wide")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exporter.output("image", "wide")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OnnxExporter.of(SmallNetworks.wide(), SmallNetworks.PICTURE)
                        .write(folder.resolve("none.onnx")))
                .isInstanceOf(IllegalStateException.class);
    }
}
