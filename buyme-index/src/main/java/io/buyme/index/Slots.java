package io.buyme.index;

import java.util.Arrays;

/**
 * The slots of a partition: places for rows, which are used again. They lie in segments, so that more of them can be
 * had without copying, and more floats than one array has room for.
 *
 * <p>Searches read slots while a writer changes them, without a lock. What keeps them from errors is the lifetime of a
 * row: a search knows the version of the index that it looks at, and a slot is written only while no search may see it,
 * that is before the version from which on it is seen was published, and after the last search ended that may have seen
 * what was there before. Publishing a version makes everything visible that was written before. This object itself
 * does not change; a search that has one sees no slots that were added later, and does not need them.
 */
final class Slots {

    /** A version that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int FIRST_ROWS = 16;
    private static final int MOST_ROWS = 1024;
    /**
     * Floats of a segment, about. The collectors of the JVM give an array as large as half of one of their regions, which
     * are of a megabyte at least, whole regions of its own, and the rest of the last one is lost.
     */
    private static final int FLOATS = 1 << 16;

    private final Segment[] segments;
    private final int dimension;
    private final int linkRoom;
    private final int limit;
    private final int shift;
    private final int mask;

    /** @param linkRoom ints that the links of a row take on the lowest level */
    Slots(int dimension, int linkRoom) {
        this(new Segment[0], dimension, linkRoom);
    }

    private Slots(Segment[] segments, int dimension, int linkRoom) {
        this.segments = segments;
        this.dimension = dimension;
        this.linkRoom = linkRoom;
        int rows = Integer.highestOneBit(Math.max(FIRST_ROWS, Math.min(MOST_ROWS, FLOATS / dimension)));
        this.shift = Integer.numberOfTrailingZeros(rows);
        this.mask = rows - 1;
        int last = segments.length - 1;
        this.limit = last < 0 ? 0 : Math.addExact(Math.multiplyExact(last, rows), segments[last].rows());
    }

    /** Returns the number of slots. */
    int limit() {
        return limit;
    }

    /** Returns more slots, the first of which are these. */
    Slots grown() {
        int last = segments.length - 1;
        if (last < 0) {
            return new Slots(new Segment[] {new Segment(FIRST_ROWS, dimension, linkRoom)}, dimension, linkRoom);
        }
        Segment[] grown;
        if (segments[last].rows() <= mask) {
            grown = segments.clone();
            grown[last] = segments[last].grownTo(2 * segments[last].rows(), dimension, linkRoom);
        } else {
            grown = Arrays.copyOf(segments, segments.length + 1);
            grown[last + 1] = new Segment(mask + 1, dimension, linkRoom);
        }
        return new Slots(grown, dimension, linkRoom);
    }

    Segment segment(int slot) {
        return segments[slot >>> shift];
    }

    /** Returns the place of a slot within its segment. */
    int row(int slot) {
        return slot & mask;
    }

    /** Returns the array that the vector of a slot is in, from {@link #offset} on. */
    float[] vectors(int slot) {
        return segment(slot).vectors;
    }

    int offset(int slot) {
        return row(slot) * dimension;
    }

    String id(int slot) {
        return segment(slot).ids[row(slot)];
    }

    void put(int slot, String id, float[] vector) {
        Segment segment = segment(slot);
        segment.ids[row(slot)] = id;
        System.arraycopy(vector, 0, segment.vectors, offset(slot), dimension);
    }

    /** Tells whether a row is seen by a search of a version. */
    boolean visible(int slot, long version) {
        Segment segment = segment(slot);
        int at = 2 * row(slot);
        return segment.lifetimes.getOpaque(at) <= version && version < segment.lifetimes.getOpaque(at + 1);
    }

    /** Tells whether a row is to be taken away, or was. */
    boolean dying(int slot) {
        return death(slot) != NEVER;
    }

    long death(int slot) {
        return segment(slot).lifetimes.getOpaque(2 * row(slot) + 1);
    }

    /** Makes a row be seen from a version on, or by none. */
    void setBirth(int slot, long version) {
        segment(slot).lifetimes.setOpaque(2 * row(slot), version);
    }

    /** Makes a row be seen no longer from a version on. */
    void setDeath(int slot, long version) {
        segment(slot).lifetimes.setOpaque(2 * row(slot) + 1, version);
    }
}
