package io.buyme.onnx.tflite;

import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import io.buyme.onnx.tflite.Window.Margin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a network while it is converted. Those of four axes are pictures: TensorFlow Lite keeps the channels of
 * a pixel together, ONNX keeps each channel as a plane, so their axes are moved where pictures enter or leave the network
 * and where one is flattened, nowhere else.
 */
final class Values {

    private static final int PICTURE = 4;
    private static final List<Integer> TO_PLANES = List.of(0, 3, 1, 2);
    private static final List<Integer> TO_PIXELS = List.of(0, 2, 3, 1);

    private final TfliteGraph model;
    private final OnnxGraph graph;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Constant> constants = new HashMap<>();
    private final Map<Integer, Padded> padded = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private int auxiliaries;

    Values(TfliteGraph model, OnnxGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    /** A picture with zeros around it: convolutions take them in, so that no larger picture has to be made. */
    record Padded(int source, Margin vertical, Margin horizontal) {}

    void declareInput(int tensor) {
        TfliteTensor input = floats(tensor);
        graph.input(input.name(), ElementType.FLOAT, sizes(input.shape()));
        defineInModelsLayout(tensor, input.name());
    }

    void declareOutput(int tensor) {
        TfliteTensor output = floats(tensor);
        graph.node("Identity", List.of(inModelsLayout(tensor)), output.name());
        graph.output(output.name(), ElementType.FLOAT, sizes(output.shape()));
    }

    private TfliteTensor floats(int number) {
        TfliteTensor tensor = model.tensor(number);
        if (tensor.type() != TfliteTensor.FLOAT32) {
            throw new TfliteException("input or output %s has elements of type %d; only 32-bit floats can be converted"
                    .formatted(tensor.name(), tensor.type()));
        }
        return tensor;
    }

    List<Integer> shape(int tensor) {
        return model.tensor(tensor).shape();
    }

    /** Returns a size of a picture: axis 1 are its rows, 2 its columns, 3 its channels. */
    int size(int tensor, int axis) {
        List<Integer> shape = shape(tensor);
        if (shape.size() != PICTURE || shape.get(axis) < 1) {
            throw new TfliteException("%s must be a picture, has the shape %s"
                    .formatted(model.tensor(tensor).name(), shape));
        }
        return shape.get(axis);
    }

    /** Returns the axis of the converted value for one of the model's. */
    int axis(int tensor, int axis) {
        int rank = shape(tensor).size();
        int positive = axis < 0 ? axis + rank : axis;
        if (positive < 0 || positive >= rank) {
            throw new TfliteException("there is no axis %d of %s".formatted(axis, shape(tensor)));
        }
        return rank == PICTURE ? TO_PLANES.indexOf(positive) : positive;
    }

    /** Returns a value that is known beforehand. */
    Constant constant(int number) {
        Constant known = constants.get(number);
        if (known != null) {
            return known;
        }
        TfliteTensor tensor = model.tensor(number);
        if (!tensor.isConstant()) {
            throw new TfliteException(tensor.name() + " must be a constant, but is computed");
        }
        return Constant.of(tensor);
    }

    void keep(int tensor, Constant constant) {
        constants.put(tensor, constant);
    }

    void keep(int tensor, Padded picture) {
        requireKnown(picture.source());
        padded.put(tensor, picture);
    }

    /** Returns a picture and the zeros that were put around it, none if it is as it was made. */
    Padded withMargins(int tensor) {
        Padded known = padded.get(tensor);
        return known != null ? known : new Padded(tensor, new Margin(0, 0), new Margin(0, 0));
    }

    /** Returns the name of a computed value, the channels of a picture in planes. */
    String of(int tensor) {
        Padded picture = padded.get(tensor);
        if (picture != null && !names.containsKey(tensor)) {
            names.put(tensor, pad(tensor, picture));
        }
        return requireKnown(tensor);
    }

    private String requireKnown(int tensor) {
        String name = names.get(tensor);
        if (name == null) {
            throw new TfliteException(
                    model.tensor(tensor).name() + " is used before it is computed, or is a constant where none can be");
        }
        return name;
    }

    private String pad(int tensor, Padded picture) {
        Margin rows = picture.vertical();
        Margin columns = picture.horizontal();
        String margins = integers(0, 0, rows.before(), columns.before(), 0, 0, rows.after(), columns.after());
        graph.node("Pad", List.of(requireKnown(picture.source()), margins), name(tensor));
        return name(tensor);
    }

    /** Returns the name of a computed value with the axes that it has in the model. */
    String inModelsLayout(int tensor) {
        return relaid(tensor, of(tensor), TO_PIXELS, shape(tensor));
    }

    /** Makes a value out of one with as many elements in the order of the model. */
    void defineInModelsLayout(int tensor, String source) {
        String shaped = auxiliary();
        graph.node("Reshape", List.of(source, integers(sizes(shape(tensor)))), shaped);
        List<Integer> planes = shape(tensor).size() == PICTURE
                ? TO_PLANES.stream().map(shape(tensor)::get).toList()
                : List.of();
        names.put(tensor, relaid(tensor, shaped, TO_PLANES, planes));
    }

    /** One channel, or one pixel, is in the same order both ways: its shape is another, nothing moves. */
    private String relaid(int tensor, String source, List<Integer> axes, List<Integer> newShape) {
        if (shape(tensor).size() != PICTURE) {
            return source;
        }
        String result = auxiliary();
        if (size(tensor, 3) == 1 || size(tensor, 1) * size(tensor, 2) == 1) {
            graph.node("Reshape", List.of(source, integers(sizes(newShape))), result);
        } else {
            long[] permutation = sizes(axes);
            graph.node("Transpose", List.of(source), result, Attribute.integers("perm", permutation));
        }
        return result;
    }

    /** Adds a node that makes the output of a step. */
    void define(TfliteOperator step, String operator, List<String> inputs, Attribute... attributes) {
        int tensor = step.output();
        graph.node(operator, inputs, name(tensor), attributes);
        names.put(tensor, name(tensor));
    }

    /** Adds a node and, after it, the activation that is part of the step. */
    void define(TfliteOperator step, int activation, String operator, List<String> inputs, List<Attribute> attributes) {
        Attribute[] settings = attributes.toArray(Attribute[]::new);
        if (activation == Activation.NONE) {
            define(step, operator, inputs, settings);
        } else {
            String linear = auxiliary();
            graph.node(operator, inputs, linear, settings);
            activate(step, activation, linear);
        }
    }

    /** Makes the output of a step out of a value before its activation. */
    void activate(TfliteOperator step, int activation, String linear) {
        switch (activation) {
            case Activation.NONE -> define(step, "Identity", List.of(linear));
            case Activation.RELU -> define(step, "Relu", List.of(linear));
            case Activation.RELU_1 -> define(step, "Clip", List.of(linear, number(-1), number(1)));
            case Activation.RELU_6 -> define(step, "Clip", List.of(linear, number(0), number(6)));
            default -> throw new TfliteException("activation number " + activation + " cannot be converted");
        }
    }

    /** Returns the name of a weight as 32-bit floats, its axes in another order. */
    String weight(int tensor, List<Integer> axes) {
        String name = "w" + tensor + axes.stream().map(String::valueOf).reduce("_", String::concat);
        if (stored.add(name)) {
            Constant constant = constant(tensor).transposed(axes);
            boolean half = constant.type() == ElementType.FLOAT16;
            String stored = half ? name + "_half" : name;
            graph.initializer(stored, constant.type(), sizes(constant.shape()), constant.toBytes());
            if (half) {
                graph.node("Cast", List.of(stored), name, Attribute.integer("to", ElementType.FLOAT.number()));
            }
        }
        return name;
    }

    /** Returns the name of a single float. */
    String number(float value) {
        String name = "number_" + value;
        if (stored.add(name)) {
            graph.initializer(name, new long[0], value);
        }
        return name;
    }

    /** Returns the name of a list of floats. */
    String numbers(float... values) {
        String name = auxiliary();
        graph.initializer(name, new long[] {values.length}, values);
        return name;
    }

    /** Returns the name of a list of whole numbers. */
    String integers(long... values) {
        String name = auxiliary();
        graph.integers(name, values);
        return name;
    }

    private String auxiliary() {
        auxiliaries++;
        return "aux" + auxiliaries;
    }

    private static String name(int tensor) {
        return "t" + tensor;
    }

    private static long[] sizes(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }
}
