package io.buyme.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Codes codes;

    /** @param linkRoom ints that the links of a row take on the lowest level */
    Slots(int dimension, int linkRoom) {
        this(new Segment[0], dimension, linkRoom, null);
    }

    private Slots(Segment[] segments, int dimension, int linkRoom, @Nullable Codes codes) {
        this.segments = segments;
        this.dimension = dimension;
        this.linkRoom = linkRoom;
        this.codes = codes;
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
            return with(new Segment[] {newSegment(FIRST_ROWS)});
        }
        Segment[] grown;
        if (segments[last].rows() <= mask) {
            grown = segments.clone();
            grown[last] = segments[last].grownTo(2 * segments[last].rows(), dimension, linkRoom);
        } else {
            grown = Arrays.copyOf(segments, segments.length + 1);
            grown[last + 1] = newSegment(mask + 1);
        }
        return with(grown);
    }

    /** Returns the same slots with codes of all vectors in the first of them. */
    Slots coded(Codes newCodes, int used) {
        Segment[] coded = new Segment[segments.length];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = segments[i].withCodes(dimension);
        }
        Slots slots = new Slots(coded, dimension, linkRoom, newCodes);
        for (int slot = 0; slot < used; slot++) {
            newCodes.write(vectors(slot), offset(slot), slots.code(slot));
        }
        return slots;
    }

    private Slots with(Segment[] other) {
        return new Slots(other, dimension, linkRoom, codes);
    }

    private Segment newSegment(int rows) {
        return new Segment(rows, dimension, linkRoom, codes != null);
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

    /** Returns how codes are made of vectors; null if there are none. */
    @Nullable
    Codes codes() {
        return codes;
    }

    /** Returns the code of a slot's vector. Only if there are codes. */
    short[] code(int slot) {
        return segment(slot).codes[row(slot)];
    }

    String id(int slot) {
        return segment(slot).ids[row(slot)];
    }

    void put(int slot, String id, float[] vector) {
        Segment segment = segment(slot);
        segment.ids[row(slot)] = id;
        System.arraycopy(vector, 0, segment.vectors, offset(slot), dimension);
        if (codes != null) {
            codes.write(vector, 0, code(slot));
        }
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

    /** Returns from which version on a row is seen. */
    long birth(int slot) {
        return segment(slot).lifetimes.getOpaque(2 * row(slot));
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
