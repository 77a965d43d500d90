package io.buyme.onnx.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of a FlatBuffers file. It begins with the distance back to its list of fields, which says for each how far
 * behind the table's beginning its value lies, or 0 if it has its default. Lists, texts and other tables lie elsewhere:
 * the field holds the distance to them.
 *
 * <p>Nothing outside of the file is read, and no list is longer than its limit. What is damaged shows as an
 * {@link IndexOutOfBoundsException}, or as a {@link TfliteException} if it can be told more exactly.
 *
 * @see <a href="https://flatbuffers.dev/internals/">FlatBuffers: internals</a>
 */
final class FlatTable {

    private static final int ABSENT = 0;

    private final ByteBuffer file;
    private final int position;

    private FlatTable(ByteBuffer file, int position) {
        this.file = file;
        this.position = position;
    }

    /** Returns the table from which all else is reached. */
    static FlatTable root(ByteBuffer file, String identifier) {
        ByteBuffer bytes = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        FlatTable start = new FlatTable(bytes, 0);
        if (bytes.limit() < 2 * Integer.BYTES
                || !start.text(Integer.BYTES, identifier.length()).equals(identifier)) {
            throw new TfliteException("the file does not begin as one of the kind " + identifier);
        }
        return new FlatTable(bytes, start.target(0));
    }

    /** Returns a table whose fields all have their defaults. */
    static FlatTable empty() {
        byte[] noFields = {4, 0, 4, 0, 4, 0, 0, 0};
        return new FlatTable(ByteBuffer.wrap(noFields).order(ByteOrder.LITTLE_ENDIAN), 4);
    }

    int integer(int field, int absent) {
        int at = find(field);
        return at == ABSENT ? absent : file.getInt(at);
    }

    int unsignedByte(int field) {
        int at = find(field);
        return at == ABSENT ? 0 : Byte.toUnsignedInt(file.get(at));
    }

    /** Returns a text, empty if it is absent. */
    String text(int field, int limit, String what) {
        int at = find(field);
        if (at == ABSENT) {
            return "";
        }
        int list = target(at);
        return text(list + Integer.BYTES, size(list, 1, limit, what));
    }

    /** Returns another table. */
    Optional<FlatTable> table(int field) {
        int at = find(field);
        return at == ABSENT ? Optional.empty() : Optional.of(new FlatTable(file, target(at)));
    }

    /** Returns a list of tables, empty if it is absent. */
    List<FlatTable> tables(int field, int limit, String what) {
        int at = find(field);
        if (at == ABSENT) {
            return List.of();
        }
        int list = target(at);
        return IntStream.rangeClosed(1, size(list, Integer.BYTES, limit, what))
                .mapToObj(i -> new FlatTable(file, target(list + i * Integer.BYTES)))
                .toList();
    }

    /** Returns a list of 32-bit numbers, empty if it is absent. */
    List<Integer> integers(int field, int limit, String what) {
        int at = find(field);
        if (at == ABSENT) {
            return List.of();
        }
        int list = target(at);
        return IntStream.rangeClosed(1, size(list, Integer.BYTES, limit, what))
                .mapToObj(i -> file.getInt(list + i * Integer.BYTES))
                .toList();
    }

    /** Returns what a list of elements of some bytes each holds, without a copy; nothing if it is absent. */
    ByteBuffer bytes(int field, int elementSize, String what) {
        int at = find(field);
        if (at == ABSENT) {
            return ByteBuffer.allocate(0);
        }
        int list = target(at);
        int length = elementSize * size(list, elementSize, Integer.MAX_VALUE, what);
        return file.slice(list + Integer.BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns where the value of a field is, or {@link #ABSENT}. */
    private int find(int field) {
        int fields = position - file.getInt(position);
        int entry = (2 + field) * Short.BYTES;
        if (entry + Short.BYTES > Short.toUnsignedInt(file.getShort(fields))) {
            return ABSENT;
        }
        int distance = Short.toUnsignedInt(file.getShort(fields + entry));
        return distance == 0 ? ABSENT : position + distance;
    }

    private int target(int at) {
        return at + file.getInt(at);
    }

    private int size(int list, int elementSize, int limit, String what) {
        int size = file.getInt(list);
        int room = (file.limit() - list - Integer.BYTES) / elementSize;
        if (size < 0 || size > limit || size > room) {
            throw new TfliteException("%s: at most %d can be, the file says %s"
                    .formatted(what, Math.min(limit, room), Integer.toUnsignedString(size)));
        }
        return size;
    }

    private String text(int at, int length) {
        byte[] text = new byte[length];
        file.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
