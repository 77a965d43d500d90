package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.TensorSpec;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class OnnxExporterTest {

    private static final InputType PICTURE = InputType.convolutional(17, 15, 3);

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

        ExportReport report = OnnxExporter.of(embedder(), PICTURE)
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
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("image", List.of(-1L, 3L, 17L, 15L)));
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

        ExportReport report = OnnxExporter.of(embedder(), PICTURE)
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
        OnnxExporter exporter = OnnxExporter.of(wide(), PICTURE).output("embedding", "wide");
        ExportReport exact = exporter.write(folder.resolve("exact.onnx"));

        ExportReport half = exporter.halfWeights().write(folder.resolve("half.onnx"));

        assertThat(half.bytes()).isBetween(exact.bytes() / 2, exact.bytes() * 55 / 100);
        assertThat(half.storedDifference())
                .isGreaterThan(half.translationDifference())
                .isLessThan(1e-2);
    }

    static List<Layer> layers() {
        return List.of(
                new ConvolutionLayer.Builder(3, 3).nOut(4).stride(2, 2).build(),
                new ConvolutionLayer.Builder(3, 2)
                        .nOut(4)
                        .padding(1, 1)
                        .hasBias(false)
                        .build(),
                new ConvolutionLayer.Builder(3, 3).nOut(4).dilation(2, 2).build(),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new ConvolutionLayer.Builder(4, 4)
                        .nOut(4)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new DepthwiseConvolution2D.Builder()
                        .kernelSize(3, 3)
                        .depthMultiplier(2)
                        .padding(1, 1)
                        .build(),
                new Deconvolution2D.Builder(3, 3).nOut(4).stride(2, 2).build(),
                new Deconvolution2D.Builder(4, 4)
                        .nOut(4)
                        .stride(2, 2)
                        .padding(1, 1)
                        .build(),
                new Deconvolution2D.Builder(3, 3)
                        .nOut(4)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new Deconvolution2D.Builder(2, 2)
                        .nOut(4)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .padding(1, 1)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 3)
                        .stride(1, 1)
                        .padding(1, 1)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 3)
                        .stride(1, 1)
                        .padding(1, 1)
                        .avgPoolIncludePadInDivisor(true)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new GlobalPoolingLayer(PoolingType.AVG),
                new GlobalPoolingLayer.Builder(PoolingType.MAX)
                        .collapseDimensions(false)
                        .build(),
                new ZeroPaddingLayer.Builder(1, 2, 3, 4).build(),
                new Cropping2D.Builder(1, 0, 2, 3).build(),
                new Upsampling2D.Builder(2).build(),
                new DropoutLayer.Builder(0.5).build(),
                new BatchNormalization.Builder().build(),
                new BatchNormalization.Builder()
                        .lockGammaBeta(true)
                        .gamma(2)
                        .beta(0.5)
                        .useLogStd(true)
                        .build(),
                new DenseLayer.Builder().nOut(5).activation(Activation.TANH).build(),
                new DenseLayer.Builder().nOut(5).hasBias(false).build(),
                new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(5)
                        .activation(Activation.SOFTMAX)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void translatesEachKindOfLayer(Layer layer) {
        GraphBuilder builder = builder();
        builder.addLayer("first", layer, "in").setOutputs("first");

        ExportReport report = OnnxExporter.of(network(builder), PICTURE)
                .output("out", "first")
                .write(folder.resolve("layer.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"IDENTITY", "RELU", "RELU6", "LEAKYRELU", "ELU", "SIGMOID", "TANH", "SWISH"})
    void translatesEachActivation(Activation activation) {
        GraphBuilder builder = builder();
        builder.addLayer("first", new ActivationLayer(activation), "in").setOutputs("first");

        ExportReport report = OnnxExporter.of(network(builder), PICTURE)
                .output("out", "first")
                .write(folder.resolve("activation.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource(ElementWiseVertex.Op.class)
    void translatesEachElementWiseVertex(ElementWiseVertex.Op operation) {
        GraphBuilder builder = builder();
        builder.addLayer("a", pointwise(Activation.TANH), "in")
                .addLayer("b", pointwise(Activation.SIGMOID), "in")
                .addVertex("both", new ElementWiseVertex(operation), "a", "b")
                .setOutputs("both");

        ExportReport report =
                OnnxExporter.of(network(builder), PICTURE).output("out", "both").write(folder.resolve("vertex.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    @Test
    void namesALayerThatItCannotTranslateAndLeavesTheFileAlone() throws IOException {
        GraphBuilder builder = builder();
        builder.addLayer("contrast", new LocalResponseNormalization(), "in").setOutputs("contrast");
        Path file = Files.writeString(folder.resolve("old.onnx"), "as it was");

        assertThatThrownBy(() -> OnnxExporter.of(network(builder), PICTURE)
                        .output("out", "contrast")
                        .write(file))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessageContainingAll("contrast", "LocalResponseNormalization");
        assertThat(file).hasContent("as it was");
    }

    @Test
    void refusesAModelThatComputesNoNumbers() {
        ComputationGraph network = embedder();
        network.getLayer("stem").getParam("W").putScalar(0, Float.NaN);
        Path file = folder.resolve("nan.onnx");

        assertThatThrownBy(() -> OnnxExporter.of(network, PICTURE)
                        .output("embedding", "unit")
                        .write(file))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DIFFERS));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWeightsBeyondSixteenBits() {
        ComputationGraph network = wide();
        network.getLayer("wide").getParam("W").putScalar(0, 1e6f);

        assertThatThrownBy(() -> OnnxExporter.of(network, PICTURE)
                        .output("embedding", "wide")
                        .halfWeights()
                        .write(folder.resolve("half.onnx")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("'wide.weight' has numbers beyond the range of 16-bit floats");
    }

    @Test
    void wantsOutputsOfExistingVerticesUnderDifferentNames() {
        OnnxExporter exporter = OnnxExporter.of(wide(), PICTURE).output("out", "wide");

        assertThatThrownBy(() -> exporter.output("other", "nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exporter.output("out", "wide")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exporter.output("image", "wide")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OnnxExporter.of(wide(), PICTURE).write(folder.resolve("none.onnx")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ComputationGraph embedder() {
        GraphBuilder builder = builder();
        builder.addLayer(
                        "stem",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(6)
                                .stride(2, 2)
                                .hasBias(false)
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .addLayer("norm", new BatchNormalization.Builder().build(), "stem")
                .addLayer("map", new ActivationLayer(Activation.RELU6), "norm")
                .addLayer(
                        "left",
                        new DepthwiseConvolution2D.Builder()
                                .kernelSize(3, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.TANH)
                                .build(),
                        "map")
                .addVertex("both", new MergeVertex(), "left", "map")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "both")
                .addLayer(
                        "tags",
                        new OutputLayer.Builder(LossFunction.XENT)
                                .nOut(4)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "pool")
                .addVertex("scaled", new ScaleVertex(3), "pool")
                .addVertex("unit", new L2NormalizeVertex(), "scaled")
                .setOutputs("tags", "unit");
        return network(builder);
    }

    private static ComputationGraph wide() {
        GraphBuilder builder = builder();
        builder.addLayer(
                        "wide",
                        new DenseLayer.Builder()
                                .nOut(64)
                                .activation(Activation.RELU)
                                .build(),
                        "in")
                .setOutputs("wide");
        return network(builder);
    }

    private static ConvolutionLayer pointwise(Activation activation) {
        return new ConvolutionLayer.Builder(1, 1).nOut(4).activation(activation).build();
    }

    private static GraphBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(5)
                .activation(Activation.RELU)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(PICTURE)
                .allowDisconnected(true)
                .validateOutputLayerConfig(false);
    }

    /** A network whose parameters are all random, unlike the zeros and ones that biases and norms start with. */
    private static ComputationGraph network(GraphBuilder builder) {
        ComputationGraph network = new ComputationGraph(builder.build());
        network.init();
        Nd4j.getRandom().setSeed(7);
        for (var layer : network.getLayers()) {
            layer.paramTable().forEach((key, parameter) -> {
                INDArray noise = Nd4j.rand(parameter.shape()).muli(0.5).addi(key.equals("var") ? 0.5 : -0.2);
                parameter.addi(noise.castTo(parameter.dataType()));
            });
        }
        return network;
    }
}
