package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.train.net.Engine;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Each kind of layer, activation and vertex computes in ONNX what it computes in DL4J. */
class GraphTranslationTest {

    private final Path folder;

    GraphTranslationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
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
        GraphBuilder builder = SmallNetworks.builder();
        builder.addLayer("first", layer, "in").setOutputs("first");

        ExportReport report = OnnxExporter.of(SmallNetworks.network(builder), SmallNetworks.PICTURE)
                .output("out", "first")
                .write(folder.resolve("layer.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"IDENTITY", "RELU", "RELU6", "LEAKYRELU", "ELU", "SIGMOID", "TANH", "SWISH"})
    void translatesEachActivation(Activation activation) {
        GraphBuilder builder = SmallNetworks.builder();
        builder.addLayer("first", new ActivationLayer(activation), "in").setOutputs("first");

        ExportReport report = OnnxExporter.of(SmallNetworks.network(builder), SmallNetworks.PICTURE)
                .output("out", "first")
                .write(folder.resolve("activation.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource(ElementWiseVertex.Op.class)
    void translatesEachElementWiseVertex(ElementWiseVertex.Op operation) {
        GraphBuilder builder = SmallNetworks.builder();
        builder.addLayer("a", pointwise(Activation.TANH), "in")
                .addLayer("b", pointwise(Activation.SIGMOID), "in")
                .addVertex("both", new ElementWiseVertex(operation), "a", "b")
                .setOutputs("both");

        ExportReport report = OnnxExporter.of(SmallNetworks.network(builder), SmallNetworks.PICTURE)
                .output("out", "both")
                .write(folder.resolve("vertex.onnx"));

        assertThat(report.translationDifference()).isLessThan(1e-5);
    }

    private static ConvolutionLayer pointwise(Activation activation) {
        return new ConvolutionLayer.Builder(1, 1).nOut(4).activation(activation).build();
    }
}
