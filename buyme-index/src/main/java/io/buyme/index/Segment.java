package io.buyme.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** Some neighbouring slots of a partition, each with room for a row and its links. */
final class Segment {

    private static final int[] NO_LINKS = {};

    /** The vectors, one after the other. */
    final float[] vectors;
    /** The links of the lowest level, per row their number and then the slots. */
    final int[] links;
    /** The links of the upper levels from the first on, in the same form. Most rows have none. */
    final int[][] upperLinks;

    final String[] ids;
    /** From which version on, and from which on no longer, a row is seen; side by side, as they are read together. */
    final AtomicLongArray lifetimes;

    Segment(int rows, int dimension, int linkRoom) {
        this(
                new float[rows * dimension],
                new int[rows * linkRoom],
                new int[rows][],
                new String[rows],
                new AtomicLongArray(2 * rows));
        Arrays.fill(upperLinks, NO_LINKS);
        Arrays.fill(ids, "");
        for (int i = 0; i < 2 * rows; i++) {
            lifetimes.setPlain(i, Slots.NEVER);
        }
    }

    private Segment(float[] vectors, int[] links, int[][] upperLinks, String[] ids, AtomicLongArray lifetimes) {
        this.vectors = vectors;
        this.links = links;
        this.upperLinks = upperLinks;
        this.ids = ids;
        this.lifetimes = lifetimes;
    }

    int rows() {
        return ids.length;
    }

    /** Returns a larger segment with the same rows. Only a partition's first one is ever small. */
    Segment grownTo(int rows, int dimension, int linkRoom) {
        Segment grown = new Segment(rows, dimension, linkRoom);
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
