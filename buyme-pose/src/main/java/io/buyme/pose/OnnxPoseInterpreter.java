package io.buyme.pose;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** Runs a network on ONNX Runtime with memory of its own for the input. */
final class OnnxPoseInterpreter implements PoseInterpreter {

    private final ModelFile file;
    private final OnnxModel model;
    private final FloatBuffer values;
    private final Map<String, Tensor> inputs;
    private Map<String, Tensor> outputs = Map.of();

    OnnxPoseInterpreter(ModelFile file, OnnxModel model) {
        this.file = file;
        this.model = model;
        TensorSpec input = model.inputs().get(0);
        long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
        int size = Math.toIntExact(input.shape().stream().reduce(1L, Math::multiplyExact));
        this.values = Tensor.buffer(size);
        this.inputs = Map.of(input.name(), Tensor.over(values, shape));
    }

    @Override
    public TensorSpec input() {
        return model.inputs().get(0);
    }

    @Override
    public List<TensorSpec> outputs() {
        return model.outputs();
    }

    @Override
    public void run(float[] input) {
        if (input.length != values.capacity()) {
            throw new IllegalArgumentException(
                    "%s takes %d floats, got %d".formatted(file.name(), values.capacity(), input.length));
        }
        values.put(0, input);
        outputs = model.run(inputs);
    }

    @Override
    public float[] output(String name) {
        Tensor output = outputs.get(name);
        if (output == null) {
            throw file.failure("it has no output %s among %s".formatted(name, outputs.keySet()), null);
        }
        return file.requireNumbers(name, output.toArray());
    }

    /** Nothing is held outside of the heap for longer than it is reachable. */
    @Override
    public void close() {
        outputs = Map.of();
    }
}
