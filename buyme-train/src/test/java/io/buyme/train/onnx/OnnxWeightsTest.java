package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OnnxWeightsTest {

    private static final Path IMAGENET = Path.of("../../shared/weights/mobilenet_v2_imagenet.onnx");

    @Test
    void importedMobileNetComputesWhatTheOriginalComputes() throws OrtException {
        Path file = Files.isRegularFile(IMAGENET) ? IMAGENET : Path.of("../" + IMAGENET);
        Assumptions.assumeTrue(Files.isRegularFile(file), "the weights of ../shared are not here");
        System.out.println(Engine.start(1).describe());
        MobileNetV2 network = new MobileNetV2();
        GraphBuilder builder =
                new NeuralNetConfiguration.Builder().seed(1).graphBuilder().addInputs("image");
        builder.setInputTypes(network.inputType(224));
        builder.addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), network.addTo(builder, "image"));
        ComputationGraph graph = new ComputationGraph(builder.setOutputs("pool").build());
        graph.init();

        OnnxWeights.Transfer transfer = OnnxWeights.read(file).into(graph, network.layers());

        assertThat(transfer.filled()).hasSize(52).isEqualTo(network.layers());
        assertThat(transfer.kept()).isEmpty();
        INDArray input = Nd4j.rand(1, 3, 224, 224).muli(2).subi(1);
        float[] expected = original(file, input);
        float[] found = graph.outputSingle(input).dup('c').data().asFloat();
        assertThat(found).hasSize(1280);
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            worst = Math.max(worst, Math.abs(found[i] - expected[i]));
        }
        System.out.println("worst " + worst);
        assertThat(worst).isLessThan(1e-4);
    }

    private static float[] original(Path file, INDArray input) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(input.dup('c').data().asFloat()), input.shape());
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get("features").orElseThrow()).getFloatBuffer();
            float[] array = new float[values.remaining()];
            values.get(array);
            return array;
        }
    }
}
