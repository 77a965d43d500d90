package io.buyme.index;

import io.buyme.api.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads files of FAISS, whose format is what {@code faiss/impl/index_write.cpp} writes: four letters for the class, the
 * fields of the base class, and those of the class; vectors of C++ with their length before them; no checksums. What is
 * said of a length is compared with the rest of the file before memory is asked for.
 */
final class FaissReader {

    static final int INNER_PRODUCT = 0;
    static final int L2 = 1;

    private final SnapshotInput input;

    FaissReader(SnapshotInput input) {
        this.input = input;
    }

    FaissIndex read() throws IOException {
        input.beginRest();
        FaissIndex index = readIndex(readTag());
        if (input.leftInSection() > 0) {
            throw input.damaged("%d bytes follow the index".formatted(input.leftInSection()));
        }
        return index;
    }

    private FaissIndex readIndex(String tag) throws IOException {
        return switch (tag) {
            case "IxF2", "IxFI", "IxFl" -> readFlat();
            case "IHNf" -> readGraph();
            case "IwPQ" -> new FaissCodesReader(input, this).read(readHeader());
            case "IxMp", "IxM2" -> readNumbered();
            default ->
                throw input.damaged(
                        ("it holds no FAISS index of a kind that is read, but '%s'; IndexFlat, IndexHNSWFlat"
                                        + " and IndexIVFPQ are, also within an IndexIDMap")
                                .formatted(tag));
        };
    }

    String readTag() throws IOException {
        return new String(input.readBytes(4), StandardCharsets.US_ASCII);
    }

    Header readHeader() throws IOException {
        int dimension = input.readInt();
        long rows = input.readLong();
        input.readLong();
        input.readLong();
        input.readBytes(1);
        int metric = input.readInt();
        if (dimension < 1 || rows < 0 || rows > Integer.MAX_VALUE) {
            throw input.damaged("it claims %d vectors of dimension %d".formatted(rows, dimension));
        }
        if (metric != INNER_PRODUCT && metric != L2) {
            throw input.damaged(
                    "its metric is number %d; only METRIC_L2 and METRIC_INNER_PRODUCT are read".formatted(metric));
        }
        return new Header(dimension, (int) rows, metric == L2 ? Metric.EUCLIDEAN : Metric.DOT);
    }

    FaissIndex readFlat() throws IOException {
        Header header = readHeader();
        readCount((long) header.rows() * header.dimension(), Float.BYTES, "vectors");
        return FaissIndex.flat(header.metric(), readVectors(header.rows(), header.dimension()));
    }

    /** Reads vectors, whose room in the file has been checked. */
    float[][] readVectors(int rows, int dimension) throws IOException {
        float[][] vectors = new float[rows][dimension];
        for (int row = 0; row < rows; row++) {
            input.readFloats(vectors[row]);
            for (float value : vectors[row]) {
                if (!Float.isFinite(value)) {
                    throw input.damaged("vector %d is not finite".formatted(row));
                }
            }
        }
        return vectors;
    }

    private FaissIndex readNumbered() throws IOException {
        Header header = readHeader();
        FaissIndex index = readIndex(readTag());
        if (header.rows() != index.size()) {
            throw input.damaged("%d ids are given to %d vectors".formatted(header.rows(), index.size()));
        }
        readCount(header.rows(), Long.BYTES, "ids");
        return index.numbered(readLongs(header.rows()));
    }

    private FaissIndex readGraph() throws IOException {
        Header header = readHeader();
        FaissGraph graph = new FaissGraphReader(input, this).read(header.rows());
        String storage = readTag();
        if (!storage.equals("IxF2") && !storage.equals("IxFI")) {
            throw input.damaged("the vectors of its graph are of kind '%s', not plain".formatted(storage));
        }
        FaissIndex flat = readFlat();
        if (flat.size() != header.rows()) {
            throw input.damaged("its graph has %d rows, and it has %d vectors".formatted(header.rows(), flat.size()));
        }
        return FaissIndex.graph(flat, graph);
    }

    /** Reads the length of an array, which has to be this, and for which there has to be room. */
    void readCount(long wanted, int bytesEach, String what) throws IOException {
        long found = readCount(bytesEach, what);
        if (found != wanted) {
            throw input.damaged("it has %d %s where %d should be".formatted(found, what, wanted));
        }
    }

    /** Reads the length of an array for which there is room in the file. */
    int readCount(int bytesEach, String what) throws IOException {
        long count = input.readLong();
        requireRoom(count, bytesEach, what);
        return (int) count;
    }

    void requireRoom(long count, int bytesEach, String what) {
        // Divided, for a product might overflow.
        if (count < 0 || count > input.leftInSection() / bytesEach || count > Integer.MAX_VALUE - 8) {
            throw input.damaged("it claims %s %s, but has %d bytes left"
                    .formatted(Long.toUnsignedString(count), what, input.leftInSection()));
        }
    }

    int[] readInts(int count) throws IOException {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = input.readInt();
        }
        return values;
    }

    long[] readLongs(int count) throws IOException {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = input.readLong();
        }
        return values;
    }

    /** Returns some of an array, without the marks for "none" that fill it up. */
    static int[] links(int[] neighbors, int from, int to) {
        return Arrays.stream(neighbors, from, to).filter(link -> link >= 0).toArray();
    }

    /** What all indexes begin with. */
    record Header(int dimension, int rows, Metric metric) {}
}
