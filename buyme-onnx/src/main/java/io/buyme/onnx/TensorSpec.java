package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input or output of a model, as the model declares it.
 *
 * @param name by which it is given or asked for
 * @param type of the elements in the model, such as {@code FLOAT} or {@code INT64}
 * @param shape size of each axis, -1 for one that is free; empty for a scalar or where the model says nothing
 */
public record TensorSpec(String name, String type, List<Long> shape) {

    /** Copies the shape. */
    public TensorSpec {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        shape = List.copyOf(shape);
    }

    /** Tells whether a tensor of this shape fits: as many axes, and every size that is not free the same. */
    public boolean accepts(List<Long> other) {
        if (other.size() != shape.size()) {
            return false;
        }
        for (int axis = 0; axis < shape.size(); axis++) {
            if (shape.get(axis) >= 0 && !shape.get(axis).equals(other.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** Returns name, type and shape in short, such as {@code image FLOAT[?,3,224,224]}. */
    @Override
    public String toString() {
        return name + " " + type
                + shape.stream()
                        .map(size -> size < 0 ? "?" : size.toString())
                        .collect(Collectors.joining(",", "[", "]"));
    }
}
