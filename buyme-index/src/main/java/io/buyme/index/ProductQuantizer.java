package io.buyme.index;

import java.util.Arrays;
import java.util.Random;

/**
 * Vectors as a few bytes each (Jégou, Douze and Schmid, "Product Quantization for Nearest Neighbor Search", 2011): a
 * vector is cut into parts, and of each part the number of the nearest among up to 256 codewords is kept. The parts are
 * of one length, or of two lengths that differ by one. Immutable; for several threads at a time.
 */
final class ProductQuantizer {

    static final int CODEWORDS = 256;

    private final int dimension;
    private final Centers[] codebooks;

    /** @param codebooks the codewords of each part, as many of each; the parts are in order */
    ProductQuantizer(Centers[] codebooks) {
        this.codebooks = codebooks;
        this.dimension = Arrays.stream(codebooks).mapToInt(Centers::dimension).sum();
    }

    /** Learns codewords from vectors. */
    static ProductQuantizer train(float[][] vectors, int parts, Random random) {
        int dimension = vectors[0].length;
        Centers[] codebooks = new Centers[parts];
        for (int part = 0; part < parts; part++) {
            int from = start(part, parts, dimension);
            int to = start(part + 1, parts, dimension);
            float[][] pieces = new float[vectors.length][];
            Arrays.setAll(pieces, i -> Arrays.copyOfRange(vectors[i], from, to));
            codebooks[part] = KMeans.centers(pieces, CODEWORDS, random);
        }
        return new ProductQuantizer(codebooks);
    }

    /** Returns where a part of a vector begins. */
    static int start(int part, int parts, int dimension) {
        return (int) ((long) part * dimension / parts);
    }

    /** Returns the number of parts, which is the number of bytes of a code. */
    int parts() {
        return codebooks.length;
    }

    /** Returns the number of codewords of each part. */
    int codewords() {
        return codebooks[0].count();
    }

    Centers codebook(int part) {
        return codebooks[part];
    }

    void encode(float[] vector, byte[] codes, int at) {
        float[] scratch = codebooks[0].scratch();
        int from = 0;
        for (int part = 0; part < codebooks.length; part++) {
            int to = from + codebooks[part].dimension();
            float[] piece = Arrays.copyOfRange(vector, from, to);
            codes[at + part] = (byte) Found.slot(codebooks[part].nearest(piece, scratch));
            from = to;
        }
    }

    /** Writes the vector that a code stands for. */
    void decode(byte[] codes, int at, float[] vector) {
        int from = 0;
        for (int part = 0; part < codebooks.length; part++) {
            float[] word = codebooks[part].point(Byte.toUnsignedInt(codes[at + part]));
            System.arraycopy(word, 0, vector, from, word.length);
            from += word.length;
        }
    }

    /**
     * Returns a table of minus the inner products of a vector's parts with all their codewords: {@link #CODEWORDS} floats
     * per part. What {@link #sum} reads from it for a code is minus the inner product with the vector that the code
     * stands for.
     */
    float[] minusDots(float[] vector) {
        float[] table = new float[parts() * CODEWORDS];
        float[] distances = new float[codewords()];
        float[] scratch = codebooks[0].scratch();
        int from = 0;
        for (int part = 0; part < codebooks.length; part++) {
            int to = from + codebooks[part].dimension();
            codebooks[part].minusDots(Arrays.copyOfRange(vector, from, to), distances, scratch);
            System.arraycopy(distances, 0, table, part * CODEWORDS, distances.length);
            from = to;
        }
        return table;
    }

    /** Adds up the entries of a table that a code points to. Four sums, lest every addition wait for the one before. */
    static float sum(float[] table, byte[] codes, int at, int parts) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int row = 0;
        int i = at;
        for (; i <= at + parts - 4; i += 4) {
            s0 += table[row + (codes[i] & 0xff)];
            s1 += table[row + CODEWORDS + (codes[i + 1] & 0xff)];
            s2 += table[row + 2 * CODEWORDS + (codes[i + 2] & 0xff)];
            s3 += table[row + 3 * CODEWORDS + (codes[i + 3] & 0xff)];
            row += 4 * CODEWORDS;
        }
        for (; i < at + parts; i++) {
            s0 += table[row + (codes[i] & 0xff)];
            row += CODEWORDS;
        }
        return (s0 + s1) + (s2 + s3);
    }

    int dimension() {
        return dimension;
    }
}
