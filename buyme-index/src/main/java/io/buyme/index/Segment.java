package io.buyme.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** Some neighbouring slots of a partition, each with room for a row and its links. */
final class Segment {

    private static final int[] NO_LINKS = {};
    private static final short[][] NO_CODES = {};

    /** The vectors, one after the other. */
    final float[] vectors;
    /** The links of the lowest level, per row their number and then the slots. */
    final int[] links;
    /** The links of the upper levels from the first on, in the same form. Most rows have none. */
    final int[][] upperLinks;

    final String[] ids;
    /** From which version on, and from which on no longer, a row is seen; side by side, as they are read together. */
    final AtomicLongArray lifetimes;
    /** The codes of the vectors, or no arrays if the partition has none. */
    final short[][] codes;

    Segment(int rows, int dimension, int linkRoom, boolean coded) {
        this(
                new float[rows * dimension],
                new int[rows * linkRoom],
                new int[rows][],
                new String[rows],
                new AtomicLongArray(2 * rows),
                coded ? Codes.room(rows, dimension) : NO_CODES);
        Arrays.fill(upperLinks, NO_LINKS);
        Arrays.fill(ids, "");
        for (int i = 0; i < 2 * rows; i++) {
            lifetimes.setPlain(i, Slots.NEVER);
        }
    }

    private Segment(
            float[] vectors,
            int[] links,
            int[][] upperLinks,
            String[] ids,
            AtomicLongArray lifetimes,
            short[][] codes) {
        this.vectors = vectors;
        this.links = links;
        this.upperLinks = upperLinks;
        this.ids = ids;
        this.lifetimes = lifetimes;
        this.codes = codes;
    }

    int rows() {
        return ids.length;
    }

    /** Returns a segment with the same rows and room for codes. */
    Segment withCodes(int dimension) {
        return new Segment(vectors, links, upperLinks, ids, lifetimes, Codes.room(rows(), dimension));
    }

    /** Returns a larger segment with the same rows. Only a partition's first one is ever small. */
    Segment grownTo(int rows, int dimension, int linkRoom) {
        Segment grown = new Segment(rows, dimension, linkRoom, codes.length > 0);
        System.arraycopy(codes, 0, grown.codes, 0, codes.length);
        System.arraycopy(vectors, 0, grown.vectors, 0, vectors.length);
        System.arraycopy(links, 0, grown.links, 0, links.length);
        System.arraycopy(upperLinks, 0, grown.upperLinks, 0, upperLinks.length);
        System.arraycopy(ids, 0, grown.ids, 0, ids.length);
        for (int i = 0; i < lifetimes.length(); i++) {
            grown.lifetimes.setPlain(i, lifetimes.getPlain(i));
        }
        return grown;
    }
}
