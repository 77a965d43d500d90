package io.buyme.index;

import io.buyme.api.Metric;
import java.nio.charset.StandardCharsets;

/** Writes files of FAISS, as {@link FaissReader} reads them. */
final class FaissWriter {

    /** Levels below this probability are not in FAISS's table of them. */
    private static final double LEAST_PROBABILITY = 1e-9;

    private final SnapshotOutput output;
    private final int dimension;
    private final boolean euclidean;

    FaissWriter(SnapshotOutput output, int dimension, Metric metric) {
        this.output = output;
        this.dimension = dimension;
        this.euclidean = metric == Metric.EUCLIDEAN;
    }

    void writeFlat(int rows, RowSource source) {
        writeTag(euclidean ? "IxF2" : "IxFI");
        writeHeader(rows, euclidean);
        writeRows(rows, source);
    }

    /** Writes an index with a graph; an empty one if there are no rows. */
    void writeGraph(FaissGraph graph, int efConstruction, int efSearch, RowSource source) {
        writeTag("IHNf");
        writeHeader(graph.rows(), euclidean);
        writeProbabilities(graph);
        writeLinks(graph);
        output.writeInt(graph.entry().slot());
        output.writeInt(graph.entry().level());
        output.writeInt(efConstruction);
        output.writeInt(efSearch);
        // A field that is out of use.
        output.writeInt(1);
        writeFlat(graph.rows(), source);
    }

    /** Writes the chances of levels, and how many links lie before each level. */
    private void writeProbabilities(FaissGraph graph) {
        double next = 1.0 / graph.m();
        int levels = 1;
        while (Math.pow(next, levels) * (1 - next) >= LEAST_PROBABILITY
                || levels <= graph.entry().level()) {
            levels++;
        }
        output.writeLong(levels);
        for (int level = 0; level < levels; level++) {
            output.writeLong(Double.doubleToLongBits(Math.pow(next, level) * (1 - next)));
        }
        output.writeLong(levels + 1L);
        for (int level = 0; level <= levels; level++) {
            output.writeInt(room(graph, level));
        }
    }

    private static int room(FaissGraph graph, int levels) {
        return levels == 0 ? 0 : (levels + 1) * graph.m();
    }

    private void writeLinks(FaissGraph graph) {
        output.writeLong(graph.rows());
        for (int row = 0; row < graph.rows(); row++) {
            output.writeInt(graph.level(row) + 1);
        }
        output.writeLong(graph.rows() + 1L);
        long offset = 0;
        output.writeLong(offset);
        for (int row = 0; row < graph.rows(); row++) {
            offset += room(graph, graph.level(row) + 1);
            output.writeLong(offset);
        }
        output.writeLong(offset);
        for (int row = 0; row < graph.rows(); row++) {
            for (int level = 0; level <= graph.level(row); level++) {
                int[] links = graph.links(row, level);
                for (int i = 0; i < room(graph, level + 1) - room(graph, level); i++) {
                    output.writeInt(i < links.length ? links[i] : -1);
                }
            }
        }
    }

    /**
     * Writes an index of lists and codes. The quantizer compares by distance whatever the index does, because that is
     * how rows were given to lists.
     */
    void writeCodes(IvfAssignment assignment, ProductQuantizer quantizer, int rows, int nprobe, CodeSource source) {
        Centers centers = assignment.coarse().centers();
        writeTag("IwPQ");
        writeHeader(rows, euclidean);
        output.writeLong(centers.count());
        output.writeLong(nprobe);
        writeTag("IxF2");
        writeHeader(centers.count(), true);
        writeRows(centers.count(), (row, vector) -> System.arraycopy(centers.point(row), 0, vector, 0, dimension));
        // No map from ids to places.
        output.writeBytes(new byte[1]);
        output.writeLong(0);
        // Codes are of residuals.
        output.writeBytes(new byte[] {1});
        output.writeLong(quantizer.parts());
        writeQuantizer(quantizer);
        writeLists(assignment, quantizer.parts(), source);
    }

    private void writeQuantizer(ProductQuantizer quantizer) {
        output.writeLong(dimension);
        output.writeLong(quantizer.parts());
        output.writeLong(Byte.SIZE);
        output.writeLong((long) ProductQuantizer.CODEWORDS * dimension);
        for (int part = 0; part < quantizer.parts(); part++) {
            for (int word = 0; word < ProductQuantizer.CODEWORDS; word++) {
                // There are fewer codewords if there were fewer rows to learn from; no code has the others.
                output.writeFloats(quantizer.codebook(part).point(Math.min(word, quantizer.codewords() - 1)));
            }
        }
    }

    private void writeLists(IvfAssignment assignment, int parts, CodeSource source) {
        writeTag("ilar");
        int[] sizes = assignment.sizes();
        output.writeLong(sizes.length);
        output.writeLong(parts);
        writeTag("full");
        output.writeLong(sizes.length);
        for (int size : sizes) {
            output.writeLong(size);
        }
        int[][] rowsByList = assignment.rowsByList();
        byte[] code = new byte[parts];
        for (int[] list : rowsByList) {
            for (int row : list) {
                source.read(row, code);
                output.writeBytes(code);
            }
            for (int row : list) {
                output.writeLong(row);
            }
        }
    }

    private void writeTag(String tag) {
        output.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
    }

    private void writeHeader(int rows, boolean byDistance) {
        output.writeInt(dimension);
        output.writeLong(rows);
        // Two fields that are out of use.
        output.writeLong(1 << 20);
        output.writeLong(1 << 20);
        output.writeBytes(new byte[] {1});
        output.writeInt(byDistance ? FaissReader.L2 : FaissReader.INNER_PRODUCT);
    }

    private void writeRows(int rows, RowSource source) {
        output.writeLong((long) rows * dimension);
        float[] vector = new float[dimension];
        for (int row = 0; row < rows; row++) {
            source.read(row, vector);
            output.writeFloats(vector);
        }
    }

    /** Where vectors come from. */
    interface RowSource {
        void read(int row, float[] vector);
    }
}
