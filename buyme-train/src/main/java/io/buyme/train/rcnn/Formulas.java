package io.buyme.train.rcnn;

import io.buyme.train.onnx.Attributes;
import io.buyme.train.onnx.OnnxBuilder;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.TensorProto.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Adds small computations to an ONNX graph, and names them. Values are named by text, as ONNX does. */
final class Formulas {

    private final OnnxBuilder onnx;
    private final String name;
    private int count;

    /** Creates formulas whose names begin with the one given. */
    Formulas(OnnxBuilder onnx, String name) {
        this.onnx = onnx;
        this.name = name;
    }

    /** Adds an operator without attributes. */
    String of(String operator, String... inputs) {
        return onnx.node(operator, next(), List.of(inputs));
    }

    /** Adds an operator with several results. */
    List<String> several(String operator, int results, String... inputs) {
        return onnx.nodes(operator, next(), results, List.of(inputs));
    }

    /** Returns a number. */
    String number(double value) {
        return onnx.constant(next(), Nd4j.scalar((float) value));
    }

    /** Returns an integer without axes. */
    String integer(long value) {
        return onnx.integer(next(), value);
    }

    /** Returns integers along one axis. */
    String integers(long... values) {
        return onnx.integers(next(), values);
    }

    /** Takes parts along the first axis. */
    String gather(String values, String indexes) {
        return of("Gather", values, indexes);
    }

    /** Takes one column of a matrix, as a row of values. */
    String column(String matrix, int column) {
        return onnx.node("Gather", next(), List.of(matrix, integer(column)), Attributes.integer("axis", 1));
    }

    /** Returns the four columns of boxes, each [N, 1]. */
    List<String> columns(String boxes) {
        return onnx.nodes("Split", next(), 4, List.of(boxes), Attributes.integer("axis", 1));
    }

    String concat(int axis, List<String> values) {
        return onnx.node("Concat", next(), values, Attributes.integer("axis", axis));
    }

    String transpose(String values, int... axes) {
        return onnx.node("Transpose", next(), List.of(values), Attributes.integers("perm", axes));
    }

    String reshape(String values, long... shape) {
        return of("Reshape", values, integers(shape));
    }

    String unsqueeze(String values, int... axes) {
        return of("Unsqueeze", values, integers(longs(axes)));
    }

    /** Leaves out axes of size 1. */
    String squeeze(String values, int... axes) {
        return axes.length == 0 ? of("Squeeze", values) : of("Squeeze", values, integers(longs(axes)));
    }

    /** Turns logits into probabilities along the second axis. */
    String softmax(String logits) {
        return onnx.node("Softmax", next(), List.of(logits), Attributes.integer("axis", 1));
    }

    /** Reads regions of a map as grids; see {@link RoiAlign}. */
    String roiAlign(String map, String regions, int stride, int size) {
        String first = of("Mul", onnx.node("Cast", next(), List.of(column(regions, 0)), toInteger()), integer(0));
        return onnx.node(
                "RoiAlign",
                next(),
                List.of(map, regions, first),
                Attributes.text("mode", "avg"),
                Attributes.text("coordinate_transformation_mode", "half_pixel"),
                Attributes.integer("output_height", size),
                Attributes.integer("output_width", size),
                Attributes.integer("sampling_ratio", RoiAlign.SAMPLES),
                Attributes.number("spatial_scale", 1.0 / stride));
    }

    private static AttributeProto toInteger() {
        return Attributes.integer("to", DataType.INT64.getNumber());
    }

    private String next() {
        return name + "." + count++;
    }

    private static long[] longs(int... values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
