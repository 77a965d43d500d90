package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Backbone;
import io.buyme.train.net.DenseNet121;
import io.buyme.train.net.Engine;
import io.buyme.train.net.InceptionV3;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.net.Networks;
import io.buyme.train.net.ResNet50;
import io.buyme.train.net.Vgg16;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworksExportTest {

    private final Path folder;

    NetworksExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    static List<Arguments> networks() {
        return List.of(
                Arguments.of(new MobileNetV2(), 64, 1280),
                Arguments.of(new DenseNet121(), 64, 1024),
                Arguments.of(new ResNet50(), 64, 2048),
                Arguments.of(new InceptionV3(), 75, 2048));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void featuresInOnnxAreThoseOfDl4jAloneAndInABatch(Backbone backbone, int size, int features) {
        ComputationGraph network = Networks.features(backbone, size, 3);
        randomizeNorms(network);

        float[][] rows = exported(network, backbone, size, Networks.FEATURES);

        assertThat(backbone.channels()).isEqualTo(features);
        assertThat(rows[0]).hasSize(features);
    }

    @Test
    void vgg16WithLabelsGivesAProbabilityForEachAlike() {
        Vgg16 backbone = new Vgg16();
        ComputationGraph network = Networks.multiLabel(backbone, 32, 9, 3);

        float[][] rows = exported(network, backbone, 32, Networks.PREDICTIONS);

        assertThat(rows[0]).hasSize(9);
        assertThat(rows[0]).satisfies(row -> {
            for (float probability : row) {
                assertThat(probability).isStrictlyBetween(0f, 1f);
            }
        });
    }

    /** Exports, runs three pictures as one batch and one by one, and compares both with DL4J. */
    private float[][] exported(ComputationGraph network, Backbone backbone, int size, String vertex) {
        Path file = folder.resolve("network.onnx");
        OnnxExporter.of(network, backbone.inputType(size)).output("out", vertex).write(file);
        float[] pictures = random(3 * 3 * size * size);
        INDArray expected = network.outputSingle(Nd4j.create(pictures.clone(), new long[] {3, 3, size, size}, 'c'));
        float[][] rows = new float[3][];
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            Tensor batch = run(model, Tensor.of(pictures, 3, 3, size, size));
            for (int i = 0; i < 3; i++) {
                float[] picture = Arrays.copyOfRange(pictures, i * 3 * size * size, (i + 1) * 3 * size * size);
                rows[i] = run(model, Tensor.of(picture, 1, 3, size, size)).toArray();
                float[] wanted = expected.getRow(i).dup('c').data().asFloat();
                float tolerance = 1e-4f * Math.max(1, largest(wanted));
                assertThat(rows[i]).containsExactly(wanted, Offset.offset(tolerance));
                assertThat(batch.row(i)).containsExactly(rows[i], Offset.offset(tolerance));
                // A network whose signal has died or exploded would agree for no good reason.
                assertThat(largest(wanted)).isBetween(1e-3f, 1e4f);
            }
        }
        assertThat(rows[0]).isNotEqualTo(rows[1]);
        return rows;
    }

    private static Tensor run(OnnxModel model, Tensor pictures) {
        return Objects.requireNonNull(model.run(Map.of("image", pictures)).get("out"));
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Fresh normalisation does nothing, and would hide a mistake in its translation. */
    private static void randomizeNorms(ComputationGraph network) {
        Random random = new Random(11);
        for (Layer layer : network.getLayers()) {
            layer.paramTable().forEach((key, parameter) -> {
                double middle = List.of("gamma", "var").contains(key) ? 0.9 : 0;
                if (List.of("gamma", "beta", "mean", "var").contains(key)) {
                    parameter.assign(Nd4j.createFromArray(noise(random, middle, (int) parameter.length()))
                            .reshape(parameter.shape()));
                }
            });
        }
    }

    private static float[] noise(Random random, double middle, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (middle + 0.2 * (random.nextDouble() - 0.5));
        }
        return values;
    }

    private static float[] random(int length) {
        return noise(new Random(4), 0, length);
    }
}
