package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.onnx.ExportedOutput.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Compares an exported model, run by ONNX Runtime, with the network on random pictures. */
final class ExportCheck {

    private static final int BATCH = 2;
    private static final long SEED = 20260101;

    private final String input;
    private final List<ExportedOutput> outputs;
    private final ComputationGraph network;
    private final INDArray pictures;
    private final Map<String, INDArray> expected = new HashMap<>();
    private final Set<String> maps = new HashSet<>();

    ExportCheck(ComputationGraph network, InputTypeConvolutional type, String input, List<ExportedOutput> outputs) {
        this.network = network;
        this.input = input;
        this.outputs = List.copyOf(outputs);
        this.pictures = random(BATCH, type.getChannels(), type.getHeight(), type.getWidth());
        for (ExportedOutput output : outputs) {
            INDArray values = values(output.vertex(), type.getFormat() == CNN2DFormat.NHWC);
            if (values.rank() == 4) {
                maps.add(output.name());
            }
            expected.put(output.name(), formed(output, values));
        }
    }

    /**
     * Runs the network no further than to the vertex: DL4J computes some activations in place, over the values of the
     * vertex before.
     */
    private INDArray values(String vertex, boolean channelsLast) {
        INDArray fed = channelsLast ? pictures.permute(0, 2, 3, 1).dup('c') : pictures.dup('c');
        Map<String, INDArray> activations = network.feedForward(new INDArray[] {fed}, position(vertex), false, true);
        INDArray values = requireNonNull(activations.get(vertex), vertex);
        return channelsLast && values.rank() == 4 ? values.permute(0, 3, 1, 2).dup('c') : values.dup('c');
    }

    private int position(String vertex) {
        int[] order = network.topologicalSortOrder();
        int index = network.getVertex(vertex).getVertexIndex();
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == index)
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether the vertex of an output is a map. */
    boolean isOfMap(ExportedOutput output) {
        return maps.contains(output.name());
    }

    private static INDArray formed(ExportedOutput output, INDArray values) {
        return switch (output.form()) {
            case VALUES, LOGITS -> values;
            case UNIT_VECTOR -> unitVectors(values);
            case POOLED -> pooled(values, output.sharpness());
        };
    }

    private static INDArray pooled(INDArray maps, double sharpness) {
        return sharpness == 0
                ? maps.mean(2, 3)
                : Transforms.log(Transforms.exp(maps.mul(sharpness)).mean(2, 3)).div(sharpness);
    }

    private static INDArray unitVectors(INDArray values) {
        INDArray vectors = values.rank() == 4 ? values.mean(2, 3) : values;
        return vectors.divColumnVector(Transforms.max(vectors.norm2(1), 1e-8));
    }

    /** Returns the shape of an output, -1 for the batch. */
    long[] shape(ExportedOutput output) {
        long[] shape = requireNonNull(expected.get(output.name()), output.name())
                .shape()
                .clone();
        shape[0] = -1;
        return shape;
    }

    /** Returns the largest difference; infinite if a shape differs, or a value is no number. */
    double difference(byte[] model, String name) {
        try (OnnxModel runtime = OnnxModel.open(model, name, 1)) {
            double worst = difference(runtime, pictures, 0);
            for (int i = 0; i < BATCH; i++) {
                worst = Math.max(worst, difference(runtime, row(pictures, i), i));
            }
            return worst;
        }
    }

    private double difference(OnnxModel runtime, INDArray batch, int first) {
        Tensor fed = Tensor.of(batch.dup('c').data().asFloat(), batch.shape());
        Map<String, Tensor> found = runtime.run(Map.of(input, fed));
        double worst = 0;
        for (ExportedOutput output : outputs) {
            Tensor tensor = requireNonNull(found.get(output.name()), output.name());
            INDArray all = requireNonNull(expected.get(output.name()), output.name());
            INDArray wanted = batch.size(0) == all.size(0) ? all : row(all, first);
            worst = Math.max(worst, difference(activated(output, tensor), wanted));
        }
        return worst;
    }

    /** DL4J does not tell what is before an activation, so that is applied to the model's output instead. */
    private INDArray activated(ExportedOutput output, Tensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        INDArray values = Nd4j.create(tensor.toArray(), shape, 'c');
        return output.form() == Form.LOGITS
                ? GraphTranslation.activation(network, output.vertex()).getActivation(values, false)
                : values;
    }

    private static double difference(INDArray found, INDArray wanted) {
        if (!found.equalShapes(wanted)) {
            return Double.POSITIVE_INFINITY;
        }
        float[] a = found.dup('c').data().asFloat();
        float[] b = wanted.dup('c').data().asFloat();
        double squares = 0;
        for (float value : b) {
            squares += (double) value * value;
        }
        // A small value may be the sum of large ones, and cannot be more exact than they are.
        double usual = Math.max(1, Math.sqrt(squares / Math.max(1, b.length)));
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i]) / Math.max(usual, Math.abs(b[i]));
            // NaN must not pass for agreement.
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
        }
        return worst;
    }

    private static INDArray row(INDArray batch, int index) {
        INDArray row = batch.slice(index).dup('c');
        long[] shape = batch.shape().clone();
        shape[0] = 1;
        return row.reshape(shape);
    }

    private static INDArray random(long... shape) {
        Random random = new Random(SEED);
        float[] numbers = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return Nd4j.create(numbers, shape, 'c');
    }
}
