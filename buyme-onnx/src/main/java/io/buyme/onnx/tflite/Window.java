package io.buyme.onnx.tflite;

import io.buyme.onnx.graph.OnnxGraph.Attribute;
import java.util.List;

/**
 * What a convolution or pooling sees at once along one axis.
 *
 * @param size of the kernel
 * @param stride from one window to the next
 * @param dilation from one element of the kernel to the next
 */
record Window(int size, int stride, int dilation) {

    /** Number of the padding by which there are as many windows as strides fit; with 1 none goes over the edge. */
    static final int SAME = 0;

    Window {
        if (size < 1 || stride < 1 || dilation < 1) {
            throw new TfliteException(
                    "a window of size %d, stride %d, dilation %d cannot be".formatted(size, stride, dilation));
        }
    }

    /** Returns how many elements are added before and after an axis of a length; the odd one comes after. */
    Margin margin(int padding, int length) {
        if (padding != SAME) {
            return new Margin(0, 0);
        }
        int windows = (length + stride - 1) / stride;
        int total = Math.max(0, (windows - 1) * stride + (size - 1) * dilation + 1 - length);
        return new Margin(total / 2, total - total / 2);
    }

    /** Zeros added to an axis. */
    record Margin(int before, int after) {

        Margin plus(Margin other) {
            return new Margin(before + other.before, after + other.after);
        }
    }

    /** Returns the settings of the node that looks through a window of rows and columns. */
    static List<Attribute> attributes(Window rows, Window columns, Margin vertical, Margin horizontal) {
        return List.of(
                Attribute.integers("kernel_shape", rows.size, columns.size),
                Attribute.integers("strides", rows.stride, columns.stride),
                Attribute.integers("dilations", rows.dilation, columns.dilation),
                Attribute.integers("pads", vertical.before, horizontal.before, vertical.after, horizontal.after));
    }
}
