package io.buyme.detect;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a network put out when it was shown an empty picture, from which its signature is told: declared shapes are often
 * incomplete.
 *
 * @param specs as the model declares its outputs
 * @param tensors that came, by name
 * @param labels how many there are
 */
record Probe(List<TensorSpec> specs, Map<String, Tensor> tensors, int labels) {

    /** Returns the output of that name, or of that name with a colon and a number, as TensorFlow has them. */
    Optional<String> named(String name) {
        return specs.stream()
                .map(TensorSpec::name)
                .filter(output -> output.equals(name) || output.startsWith(name + ":"))
                .findFirst();
    }

    /** Returns the first output that is of numbers with a fraction, or not, and has a certain shape. */
    Optional<String> shaped(boolean fractions, Predicate<List<Long>> shape) {
        return specs.stream()
                .filter(spec -> isFraction(spec) == fractions)
                .map(TensorSpec::name)
                .filter(name -> shape.test(shape(name)))
                .findFirst();
    }

    List<Long> shape(String output) {
        return tensor(tensors, output).shape();
    }

    /** Returns names, types and shapes, as they came, for messages. */
    String describe() {
        return specs.stream()
                .map(spec -> new TensorSpec(spec.name(), spec.type(), shape(spec.name())).toString())
                .toList()
                .toString();
    }

    static Tensor tensor(Map<String, Tensor> tensors, String output) {
        return requireNonNull(tensors.get(output), output);
    }

    /** Returns an output of so many rows, or for so many boxes. */
    static Tensor tensor(Map<String, Tensor> tensors, String output, int axis, int size) {
        Tensor tensor = tensor(tensors, output);
        if (tensor.shape().size() <= axis || tensor.size(axis) != size) {
            throw new BuyMeException("output '%s' of the model should tell of %d boxes, but has shape %s"
                    .formatted(output, size, tensor.shape()));
        }
        return tensor;
    }

    private static boolean isFraction(TensorSpec spec) {
        return spec.type().contains("FLOAT") || spec.type().equals("DOUBLE");
    }
}
