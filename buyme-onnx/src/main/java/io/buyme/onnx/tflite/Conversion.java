package io.buyme.onnx.tflite;

import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.tflite.Values.Padded;
import io.buyme.onnx.tflite.Window.Margin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates one network, operator by operator. Not safe for concurrent use. */
final class Conversion {

    private static final List<Integer> KERNEL = List.of(0, 3, 1, 2);
    private static final List<Integer> DEPTHWISE_KERNEL = List.of(3, 0, 1, 2);

    private final TfliteGraph model;
    private final OnnxGraph graph = new OnnxGraph();
    private final Values values;

    Conversion(TfliteGraph model, List<Integer> outputs) {
        this.model = model;
        this.values = new Values(model, graph);
        model.inputs().forEach(values::declareInput);
        Set<TfliteOperator> needed = needed(outputs);
        model.operators().stream().filter(needed::contains).forEach(this::convert);
        outputs.forEach(values::declareOutput);
    }

    byte[] toBytes() {
        return graph.toBytes();
    }

    /** Returns the operators on the way to some tensors. */
    private Set<TfliteOperator> needed(List<Integer> outputs) {
        Map<Integer, TfliteOperator> makers = model.operators().stream()
                .collect(Collectors.toMap(TfliteOperator::output, Function.identity(), (first, second) -> {
                    throw new TfliteException("tensor %d is computed twice".formatted(first.output()));
                }));
        Set<TfliteOperator> needed = new HashSet<>();
        Deque<Integer> wanted = new ArrayDeque<>(outputs);
        while (!wanted.isEmpty()) {
            TfliteOperator maker = makers.get(wanted.pop());
            if (maker != null && needed.add(maker)) {
                wanted.addAll(maker.inputs());
            }
        }
        return needed;
    }

    private void convert(TfliteOperator step) {
        switch (step.operation()) {
            case DEQUANTIZE, DENSIFY -> values.keep(step.output(), values.constant(step.input(0)));
            case PAD -> pad(step);
            case CONV_2D -> convolution(step);
            case DEPTHWISE_CONV_2D -> depthwiseConvolution(step);
            case MAX_POOL_2D -> maxPool(step);
            case ADD -> combine(step, "Add");
            case MUL -> combine(step, "Mul");
            case RELU -> values.activate(step, Activation.RELU, values.of(step.input(0)));
            case RELU6 -> values.activate(step, Activation.RELU_6, values.of(step.input(0)));
            case LOGISTIC -> values.define(step, "Sigmoid", List.of(values.of(step.input(0))));
            case RESIZE_BILINEAR -> resize(step);
            case DEPTH_TO_SPACE -> depthToSpace(step);
            case RESHAPE -> values.defineInModelsLayout(step.output(), values.inModelsLayout(step.input(0)));
            case CONCATENATION -> concatenate(step);
        }
    }

    private void pad(TfliteOperator step) {
        List<Integer> counts = values.constant(step.input(1)).integers();
        boolean around = counts.size() == 8
                && Stream.of(0, 1, 6, 7).allMatch(i -> counts.get(i) == 0)
                && counts.stream().allMatch(count -> count >= 0);
        if (!around) {
            throw new TfliteException("PAD can only be converted around a picture, found " + counts);
        }
        Padded inner = values.withMargins(step.input(0));
        values.keep(
                step.output(),
                new Padded(
                        inner.source(),
                        inner.vertical().plus(new Margin(counts.get(2), counts.get(3))),
                        inner.horizontal().plus(new Margin(counts.get(4), counts.get(5)))));
    }

    private void convolution(TfliteOperator step) {
        FlatTable options = step.options();
        Window rows = new Window(values.size(step.input(1), 1), options.integer(2, 0), options.integer(5, 1));
        Window columns = new Window(values.size(step.input(1), 2), options.integer(1, 0), options.integer(4, 1));
        if (values.size(step.input(1), 3) != values.size(step.input(0), 3)) {
            throw new TfliteException("CONV_2D in groups cannot be converted");
        }
        convolve(step, rows, columns, KERNEL, options.unsignedByte(3), List.of());
    }

    private void depthwiseConvolution(TfliteOperator step) {
        FlatTable options = step.options();
        Window rows = new Window(values.size(step.input(1), 1), options.integer(2, 0), options.integer(6, 1));
        Window columns = new Window(values.size(step.input(1), 2), options.integer(1, 0), options.integer(5, 1));
        Attribute groups = Attribute.integer("group", values.size(step.input(0), 3));
        convolve(step, rows, columns, DEPTHWISE_KERNEL, options.unsignedByte(4), List.of(groups));
    }

    private void convolve(
            TfliteOperator step,
            Window rows,
            Window columns,
            List<Integer> kernelAxes,
            int activation,
            List<Attribute> more) {
        Padded picture = values.withMargins(step.input(0));
        int padding = step.options().unsignedByte(0);
        Margin vertical = rows.margin(padding, values.size(step.input(0), 1)).plus(picture.vertical());
        Margin horizontal =
                columns.margin(padding, values.size(step.input(0), 2)).plus(picture.horizontal());
        List<Attribute> attributes = new ArrayList<>(Window.attributes(rows, columns, vertical, horizontal));
        attributes.addAll(more);
        List<String> inputs = new ArrayList<>();
        inputs.add(values.of(picture.source()));
        inputs.add(values.weight(step.input(1), kernelAxes));
        if (step.inputs().size() > 2 && step.input(2) >= 0) {
            inputs.add(values.weight(step.input(2), List.of(0)));
        }
        values.define(step, activation, "Conv", inputs, attributes);
    }

    private void maxPool(TfliteOperator step) {
        FlatTable options = step.options();
        Window rows = new Window(options.integer(4, 0), options.integer(2, 0), 1);
        Window columns = new Window(options.integer(3, 0), options.integer(1, 0), 1);
        Margin vertical = rows.margin(options.unsignedByte(0), values.size(step.input(0), 1));
        Margin horizontal = columns.margin(options.unsignedByte(0), values.size(step.input(0), 2));
        List<Attribute> attributes = Window.attributes(rows, columns, vertical, horizontal);
        values.define(step, options.unsignedByte(5), "MaxPool", List.of(values.of(step.input(0))), attributes);
    }

    /** Of unlike shapes, the shorter one would be stretched along other axes than in the model. */
    private void combine(TfliteOperator step, String operator) {
        int left = step.input(0);
        int right = step.input(1);
        if (!values.shape(left).equals(values.shape(right))) {
            throw new TfliteException("%s of unlike shapes cannot be converted: %s and %s"
                    .formatted(step.operation(), values.shape(left), values.shape(right)));
        }
        List<String> inputs = List.of(values.of(left), values.of(right));
        values.define(step, step.options().unsignedByte(0), operator, inputs, List.of());
    }

    /** A whole multiple is given as such, as ONNX Runtime has a fast way for it. */
    private void resize(TfliteOperator step) {
        int height = values.size(step.input(0), 1);
        int width = values.size(step.input(0), 2);
        int newHeight = values.size(step.output(), 1);
        int newWidth = values.size(step.output(), 2);
        int rowFactor = newHeight / height;
        int columnFactor = newWidth / width;
        boolean multiple = rowFactor * height == newHeight && columnFactor * width == newWidth;
        String source = values.of(step.input(0));
        List<String> inputs = multiple
                ? List.of(source, "", values.numbers(1, 1, rowFactor, columnFactor))
                : List.of(
                        source,
                        "",
                        "",
                        values.integers(
                                values.size(step.input(0), 0), values.size(step.input(0), 3), newHeight, newWidth));
        String positions = step.options().unsignedByte(2) != 0
                ? "align_corners"
                : step.options().unsignedByte(3) != 0 ? "half_pixel" : "asymmetric";
        values.define(
                step,
                "Resize",
                inputs,
                Attribute.text("mode", "linear"),
                Attribute.text("coordinate_transformation_mode", positions));
    }

    /** TensorFlow numbers the channels of a block by row, column and new channel, which ONNX calls DCR. */
    private void depthToSpace(TfliteOperator step) {
        Attribute block = Attribute.integer("blocksize", step.options().integer(0, 0));
        values.define(step, "DepthToSpace", List.of(values.of(step.input(0))), block, Attribute.text("mode", "DCR"));
    }

    private void concatenate(TfliteOperator step) {
        FlatTable options = step.options();
        List<String> inputs = step.inputs().stream().map(values::of).toList();
        Attribute axis = Attribute.integer("axis", values.axis(step.output(), options.integer(0, 0)));
        values.define(step, options.unsignedByte(1), "Concat", inputs, List.of(axis));
    }
}
