package io.buyme.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;

/**
 * Finds the names of the files in which a model keeps weights outside of its own file. Reads just enough of the protobuf
 * wire format: {@code ModelProto.graph.initializer.external_data}, a list of keys and values, with the key
 * {@code location}.
 */
final class ExternalData {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int TENSOR_EXTERNAL_DATA = 13;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;

    private ExternalData() {}

    /** Returns the names, relative to the model's folder; what can be read of them if the model is damaged. */
    static Set<String> locations(ByteBuffer model) {
        Set<String> locations = new TreeSet<>();
        try {
            messages(
                    model,
                    MODEL_GRAPH,
                    graph -> messages(
                            graph,
                            GRAPH_INITIALIZER,
                            tensor -> messages(tensor, TENSOR_EXTERNAL_DATA, entry -> addLocation(entry, locations))));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // Cut off or no protobuf at all: there is nothing more to find, and the caller knows the model is bad.
            return locations;
        }
        return locations;
    }

    private static void addLocation(ByteBuffer entry, Set<String> locations) {
        String[] pair = {"", ""};
        fields(entry, (content, field) -> {
            if (field == ENTRY_KEY || field == ENTRY_VALUE) {
                pair[field - 1] = StandardCharsets.UTF_8.decode(content).toString();
            }
        });
        if (pair[0].equals("location")) {
            locations.add(pair[1]);
        }
    }

    private interface MessageReader {
        void read(ByteBuffer message);
    }

    private static void messages(ByteBuffer message, int wanted, MessageReader reader) {
        fields(message, (content, field) -> {
            if (field == wanted) {
                reader.read(content);
            }
        });
    }

    /** Hands over each field that has a length: texts, bytes and messages. */
    private static void fields(ByteBuffer message, ObjIntConsumer<ByteBuffer> reader) {
        ByteBuffer rest = message.duplicate();
        while (rest.hasRemaining()) {
            long key = varint(rest);
            switch ((int) (key & 7)) {
                case 0 -> varint(rest);
                case 1 -> take(rest, Long.BYTES);
                case 2 -> reader.accept(take(rest, varint(rest)), (int) (key >>> 3));
                case 5 -> take(rest, Integer.BYTES);
                default -> throw new IllegalArgumentException("no protobuf");
            }
        }
    }

    /** Returns the next bytes, or those that there are: a model may be cut off after the names. */
    private static ByteBuffer take(ByteBuffer rest, long size) {
        int length = (int) Math.min(size & Long.MAX_VALUE, rest.remaining());
        ByteBuffer content = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        return content;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protobuf");
    }
}
