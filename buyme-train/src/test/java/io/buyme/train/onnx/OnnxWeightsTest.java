package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.net.Networks;
import io.buyme.train.net.ResNet50;
import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OnnxWeightsTest {

    private final Path folder;

    OnnxWeightsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void importedMobileNetComputesWhatTheOriginalComputes() {
        Optional<Path> file = imageNetWeights();
        Assumptions.assumeTrue(file.isPresent(), "no ../shared/weights beside the repository");
        MobileNetV2 backbone = new MobileNetV2();
        ComputationGraph network = Networks.classifier(backbone, 224, 7, 1);

        OnnxWeights.Transfer transfer = OnnxWeights.read(file.orElseThrow()).into(network, backbone.layers());

        assertThat(transfer.filled()).hasSize(52).isEqualTo(backbone.layers());
        assertThat(transfer.kept()).containsExactly(Networks.PREDICTIONS);
        INDArray picture = Nd4j.rand(1, 3, 224, 224).muli(2).subi(1);
        try (OnnxModel original = OnnxModel.open(file.orElseThrow(), 1)) {
            Tensor fed = Tensor.of(picture.dup('c').data().asFloat(), 1, 3, 224, 224);
            Tensor features =
                    Objects.requireNonNull(original.run(Map.of("input", fed)).get("features"));
            INDArray found =
                    Objects.requireNonNull(network.feedForward(picture, false).get(Networks.FEATURES));
            assertThat(found.dup('c').data().asFloat()).containsExactly(features.toArray(), Offset.offset(1e-4f));
        }
    }

    @Test
    void aNetworkComputesWhatTheFileComputesWhoseWeightsItTook() {
        Path file = file(graph());
        ComputationGraph network = network(3, 2);

        OnnxWeights.Transfer transfer = OnnxWeights.read(file).into(network);

        assertThat(transfer.filled()).containsExactly("conv", "deep", "dense");
        assertThat(transfer.kept()).isEmpty();
        INDArray picture = Nd4j.rand(2, 2, 4, 4);
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            Tensor fed = Tensor.of(picture.dup('c').data().asFloat(), 2, 2, 4, 4);
            Tensor wanted = Objects.requireNonNull(model.run(Map.of("x", fed)).get("y"));
            assertThat(network.outputSingle(picture).dup('c').data().asFloat())
                    .containsExactly(wanted.toArray(), Offset.offset(1e-5f));
        }
    }

    @Test
    void weightsComeBackFromAnExportedModelEvenIn16Bits() {
        ComputationGraph network = network(3, 2);
        Path file = folder.resolve("exported.onnx");
        OnnxExporter.of(network, InputType.convolutional(4, 4, 2))
                .output("y", "dense")
                .halfWeights()
                .write(file);
        ComputationGraph other = network(3, 2);
        other.params().assign(0);

        OnnxWeights.read(file).into(other);

        INDArray difference = other.params().sub(network.params());
        assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-3);
    }

    @Test
    void normalizationsAreFilledToo() {
        ComputationGraph network = Networks.features(new ResNet50(), 32, 1);
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, 1, 64, 2, 2)
                .initializer("bn1.weight", new long[] {64}, filled(64, 3))
                .initializer("bn1.bias", new long[] {64}, filled(64, 4))
                .initializer("bn1.running_mean", new long[] {64}, filled(64, 5))
                .initializer("bn1.running_var", new long[] {64}, filled(64, 6))
                .node(
                        "BatchNormalization",
                        List.of("x", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var"),
                        "y")
                .output("y", ElementType.FLOAT, 1, 64, 2, 2);

        OnnxWeights.Transfer transfer = OnnxWeights.read(file(graph)).into(network);

        assertThat(transfer.filled()).containsExactly("bn1");
        assertThat(transfer.kept()).hasSize(105).contains("conv1", "layer4.2.bn3");
        Map<String, INDArray> parameters = network.getLayer("bn1").paramTable();
        assertThat(Stream.of("gamma", "beta", "mean", "var")
                        .map(key -> Objects.requireNonNull(parameters.get(key)).getDouble(63)))
                .containsExactly(3.0, 4.0, 5.0, 6.0);
    }

    @Test
    void aWeightOfAnotherShapeIsNamedWithBothShapes() {
        fails(
                Reason.WRONG_SHAPE,
                "layer 'conv'",
                () -> OnnxWeights.read(file(graph())).into(network(5, 2)));
        assertThatThrownBy(() -> OnnxWeights.read(file(graph())).into(network(5, 2)))
                .hasMessageContaining("[3, 2, 1, 1]")
                .hasMessageContaining("[5, 2, 1, 1]");
    }

    @Test
    void namesThatDoNotFitAreReportedUnlessAnOrderIsGiven() {
        ComputationGraph network = Networks.features(new MobileNetV2(), 32, 1);
        OnnxWeights weights = OnnxWeights.read(file(graph()));

        fails(
                Reason.WRONG_SHAPE,
                "no weights for layer 'expanded_conv",
                () -> weights.into(network, List.of("conv", "expanded_conv.depthwise")));
        fails(
                Reason.WRONG_SHAPE,
                "has weights for 3 layers, wanted 4",
                () -> weights.into(network, List.of("a", "b", "c", "d")));
        ComputationGraph resNet = Networks.features(new ResNet50(), 32, 1);
        fails(Reason.WRONG_SHAPE, "no name fits", () -> weights.into(resNet));
    }

    @Test
    void readsWeightsBesideTheModelAndReportsThemMissing() throws IOException {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, 1, 2, 4, 4)
                .externalInitializer("conv.weight", "weights.bin", 3, 2, 1, 1)
                .node("Conv", List.of("x", "conv.weight"), "y")
                .output("y", ElementType.FLOAT, 1, 3, 4, 4);
        Path file = file(graph);
        fails(Reason.EXTERNAL_DATA, "'weights.bin', which is missing", () -> OnnxWeights.read(file));

        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(new float[] {1, 2, 3, 4, 5, 6});
        Files.write(folder.resolve("weights.bin"), bytes.array());
        ComputationGraph network = network(3, 2);
        OnnxWeights.read(file).into(network);

        INDArray stored =
                Objects.requireNonNull(network.getLayer("conv").paramTable().get("W"));
        assertThat(stored.dup('c').data().asFloat()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesAPathOutOfTheModelsFolder() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, 1, 2, 4, 4)
                .externalInitializer("conv.weight", "../weights.bin", 3, 2, 1, 1)
                .node("Conv", List.of("x", "conv.weight"), "y")
                .output("y", ElementType.FLOAT, 1, 3, 4, 4);

        fails(Reason.EXTERNAL_DATA, "outside the model's folder", () -> OnnxWeights.read(file(graph)));
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        Path words = Files.writeString(folder.resolve("words.onnx"), "plain words, no model at all");
        Path empty = Files.createFile(folder.resolve("empty.onnx"));

        fails(Reason.NOT_A_MODEL, "words.onnx", () -> OnnxWeights.read(words));
        fails(Reason.NOT_A_MODEL, "has no graph", () -> OnnxWeights.read(empty));
        fails(Reason.UNREADABLE, "missing.onnx", () -> OnnxWeights.read(folder.resolve("missing.onnx")));
    }

    private static void fails(Reason reason, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    /** A convolution in 16 bits, a depthwise one with two filters a channel, and a transposed matrix. */
    private static OnnxGraph graph() {
        return new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 2, 4, 4)
                .halfInitializer("conv.weight", new long[] {3, 2, 1, 1}, 1, -2, 0.5f, 4, -0.25f, 3)
                .initializer("conv.bias", new long[] {3}, 0.1f, 0.2f, 0.3f)
                .initializer("deep.weight", new long[] {6, 1, 2, 2}, rising(24))
                .initializer("dense.weight", new long[] {2, 54}, rising(108))
                .initializer("dense.bias", new long[] {2}, 1, -1)
                .node("Cast", List.of("conv.weight"), "conv.weight32", Attribute.integer("to", 1))
                .node("Conv", List.of("x", "conv.weight32", "conv.bias"), "a")
                .node("Conv", List.of("a", "deep.weight"), "b", Attribute.integer("group", 3))
                .node("Flatten", List.of("b"), "c", Attribute.integer("axis", 1))
                .node("Gemm", List.of("c", "dense.weight", "dense.bias"), "y", Attribute.integer("transB", 1))
                .output("y", ElementType.FLOAT, -1, 2);
    }

    private static ComputationGraph network(int channels, int outputs) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(1)
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "conv",
                        new ConvolutionLayer.Builder(1, 1).nOut(channels).build(),
                        "in")
                .addLayer(
                        "deep",
                        new DepthwiseConvolution2D.Builder()
                                .kernelSize(2, 2)
                                .depthMultiplier(2)
                                .build(),
                        "conv")
                .addLayer("dense", new DenseLayer.Builder().nOut(outputs).build(), "deep")
                .setOutputs("dense")
                .validateOutputLayerConfig(false)
                .setInputTypes(InputType.convolutional(4, 4, 2))
                .build());
        network.init();
        return network;
    }

    private Path file(OnnxGraph graph) {
        try {
            return Files.write(folder.resolve("model.onnx"), graph.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] rising(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (i % 7 - 3) * 0.25f;
        }
        return values;
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    private static Optional<Path> imageNetWeights() {
        Path name = Path.of("shared", "weights", "mobilenet_v2_imagenet.onnx");
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
