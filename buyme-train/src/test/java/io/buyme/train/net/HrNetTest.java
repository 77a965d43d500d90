package io.buyme.train.net;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

class HrNetTest {

    private static final HrNet TINY = new HrNet(4, 1, List.of(1, 1, 1));
    private static final int MAPS = 5;

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @ParameterizedTest
    @CsvSource({"192, 256", "96, 128", "64, 32"})
    void aHeatMapHasACellForFourByFourPixels(int width, int height) {
        INDArray maps = network(TINY, width, height).outputSingle(Nd4j.zeros(DataType.FLOAT, 2, 3, height, width));

        assertThat(maps.shape()).containsExactly(2, MAPS, height / HrNet.CELL, width / HrNet.CELL);
    }

    @Test
    void stagesHaveTwoThreeAndFourBranchesOfWhichEachHearsFromAll() {
        ComputationGraph network = network(new HrNet(4, 2, List.of(1, 2, 2)), 64, 64);

        assertThat(inputs(network, "stage2.0.fuse1.add")).hasSize(2);
        assertThat(inputs(network, "stage3.1.fuse2.add")).hasSize(3);
        assertThat(inputs(network, "stage4.0.fuse3.add")).hasSize(4);
        assertThat(inputs(network, "stage4.1.fuse0.add")).hasSize(4);
        assertThat(network.getVertex("stage4.1.fuse1.add"))
                .as("only the finest is read")
                .isNull();
        assertThat(network.getVertex("stage4.0.branch3.1.2.conv")).isNotNull();
    }

    @Test
    void aBranchOfHalfTheSizeHasTwiceTheChannels() {
        ComputationGraph network = network(TINY, 64, 64);
        INDArray picture = Nd4j.rand(DataType.FLOAT, 1, 3, 64, 64);

        for (int branch = 0; branch < 4; branch++) {
            INDArray map =
                    requireNonNull(network.feedForward(picture, false).get("stage4.0.branch" + branch + ".0.relu"));
            assertThat(map.shape()).containsExactly(1, 4L << branch, 16L >> branch, 16L >> branch);
        }
    }

    @Test
    void whatOnlyTheCoarsestBranchSeesReachesTheHeatMaps() {
        ComputationGraph network = network(TINY, 64, 64);
        INDArray picture = Nd4j.rand(DataType.FLOAT, 1, 3, 64, 64);
        INDArray before = network.outputSingle(picture);

        network.getParam("stage4.0.fuse0.3.bn_beta").addi(1);

        assertThat(network.outputSingle(picture)).isNotEqualTo(before);
    }

    @Test
    void inAnOnnxFileNormalizationIsPartOfTheConvolutions(@TempDir Path folder) throws IOException {
        ComputationGraph network = network(TINY, 64, 64);
        Path file = folder.resolve("hrnet.onnx");

        ExportReport report = OnnxExporter.of(network, inputType(64, 64))
                .output("heat", HrNet.HEAT_MAPS)
                .write(file);

        assertThat(report.storedDifference()).isLessThan(OnnxExporter.TOLERANCE);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("Conv")
                .doesNotContain("BatchNormalization");
    }

    @Test
    void aNetworkWithoutAWidthOrAStageIsNone() {
        assertThatThrownBy(() -> new HrNet(0, 1, List.of(1, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HrNet(4, 1, List.of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three");
    }

    private static List<String> inputs(ComputationGraph network, String vertex) {
        return requireNonNull(network.getConfiguration().getVertexInputs().get(vertex));
    }

    private static InputType inputType(int width, int height) {
        return FeaturePyramid.inputType(width, height);
    }

    private static ComputationGraph network(HrNet layers, int width, int height) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(inputType(width, height));
        String maps = layers.addTo(graph, "image", MAPS);
        ComputationGraph network = new ComputationGraph(
                graph.setOutputs(maps).validateOutputLayerConfig(false).build());
        network.init();
        return network;
    }
}
