package io.buyme.onnx.tflite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file format of TensorFlow Lite, version 3, with one network in it. The numbers of the fields are those of
 * its schema; what only other uses need, such as quantization to bytes, is passed over.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/schema/schema.fbs">the schema</a>
 */
final class TfliteReader {

    private static final String IDENTIFIER = "TFL3";
    private static final int MAX_ITEMS = 1 << 16;
    private static final int MAX_RANK = 8;
    private static final int MAX_LINKS = 256;
    private static final int MAX_NAME = 1024;

    private final FlatTable model;
    private final List<FlatTable> buffers;
    private final List<FlatTable> codes;

    private TfliteReader(FlatTable model) {
        this.model = model;
        this.codes = model.tables(1, MAX_ITEMS, "kinds of operators");
        this.buffers = model.tables(4, MAX_ITEMS, "buffers");
    }

    /**
     * Reads a model; its constants are parts of the file, not copies.
     *
     * @throws TfliteException if it is none
     * @throws IndexOutOfBoundsException if it is damaged so that it points to places outside of itself
     */
    static TfliteGraph read(ByteBuffer file) {
        return new TfliteReader(FlatTable.root(file, IDENTIFIER)).graph();
    }

    private TfliteGraph graph() {
        List<FlatTable> graphs = model.tables(2, MAX_ITEMS, "networks");
        if (graphs.size() != 1) {
            throw new TfliteException("a model with one network is wanted, this has " + graphs.size());
        }
        FlatTable graph = graphs.get(0);
        return new TfliteGraph(
                graph.tables(0, MAX_ITEMS, "tensors").stream().map(this::tensor).toList(),
                graph.tables(3, MAX_ITEMS, "operators").stream()
                        .map(this::operator)
                        .toList(),
                graph.integers(1, MAX_LINKS, "inputs of the network"),
                graph.integers(2, MAX_LINKS, "outputs of the network"));
    }

    private TfliteTensor tensor(FlatTable tensor) {
        FlatTable buffer = buffers.get(tensor.integer(2, 0));
        return new TfliteTensor(
                tensor.text(3, MAX_NAME, "characters of a name"),
                tensor.integers(0, MAX_RANK, "axes of a tensor"),
                tensor.unsignedByte(1),
                buffer.bytes(0, 1, "bytes of a constant"),
                tensor.table(6).map(TfliteReader::sparsity));
    }

    /** The number of an operator outgrew its first field, so there is a wider one, absent in old files. */
    private TfliteOperator operator(FlatTable operator) {
        FlatTable code = codes.get(operator.integer(0, 0));
        return new TfliteOperator(
                Math.max(code.unsignedByte(0), code.integer(3, 0)),
                operator.integers(1, MAX_LINKS, "inputs of an operator"),
                operator.integers(2, MAX_LINKS, "outputs of an operator"),
                operator.table(4).orElseGet(FlatTable::empty));
    }

    private static Sparsity sparsity(FlatTable sparsity) {
        return new Sparsity(
                sparsity.integers(0, 2 * MAX_RANK, "axes of a sparse tensor"),
                sparsity.integers(1, MAX_RANK, "blocks of a sparse tensor"),
                sparsity.tables(2, 2 * MAX_RANK, "levels of a sparse tensor").stream()
                        .map(TfliteReader::level)
                        .toList());
    }

    private static Sparsity.Level level(FlatTable level) {
        boolean dense = level.unsignedByte(0) == 0;
        return dense
                ? new Sparsity.Level(level.integer(1, 0), Optional.empty())
                : new Sparsity.Level(0, Optional.of(new Sparsity.Compressed(numbers(level, 2), numbers(level, 4))));
    }

    /** Numbers of 32, 16 or 8 bits: one field says which, the next holds them. */
    private static Sparsity.Numbers numbers(FlatTable level, int field) {
        int bytes = 4 >> (level.unsignedByte(field) - 1);
        FlatTable list = level.table(field + 1)
                .filter(table -> bytes == 1 || bytes == 2 || bytes == 4)
                .orElseThrow(() -> new TfliteException("a sparse tensor does not say where its elements belong"));
        return new Sparsity.Numbers(list.bytes(0, bytes, "indices of a sparse tensor"), bytes);
    }
}
