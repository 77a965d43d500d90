package io.buyme.onnx.tflite;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Converts networks in TensorFlow Lite's format to ONNX: float networks of convolutions and what goes with them, their
 * weights stored as 32-bit or 16-bit floats, dense or sparse. The weights stay exactly as they are; the results differ
 * only by the order in which sums are formed.
 */
public final class TfliteConverter {

    private TfliteConverter() {}

    /**
     * Converts a whole network.
     *
     * @see #convert(byte[], List)
     */
    public static byte[] convert(byte[] model) {
        return convert(model, TfliteGraph::outputs);
    }

    /**
     * Converts a network as far as some outputs need it. Inputs and outputs have the names, shapes and axes that they
     * have in the model: pictures come as rows of pixels with their channels.
     *
     * @param model the content of a {@code .tflite} file
     * @param outputs names of the wanted outputs, in the order that they shall have
     * @return the content of an {@code .onnx} file of operator set 13
     * @throws TfliteException if the file is damaged, has no such output, or has an operator, type or setting that cannot
     *     be converted
     */
    public static byte[] convert(byte[] model, List<String> outputs) {
        requireNonNull(outputs, "outputs");
        return convert(model, graph -> outputs.stream().map(graph::output).toList());
    }

    private static byte[] convert(byte[] model, Function<TfliteGraph, List<Integer>> outputs) {
        try {
            TfliteGraph graph = TfliteReader.read(ByteBuffer.wrap(model));
            return new Conversion(graph, outputs.apply(graph)).toBytes();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new TfliteException("the file is damaged: it points to places outside of itself", e);
        }
    }
}
