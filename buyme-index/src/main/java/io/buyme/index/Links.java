package io.buyme.index;

import java.lang.invoke.VarHandle;

/**
 * Where the links of rows are, and how many a row may have. A reader beside a writer may meet a list that is half
 * changed: all it finds there are slots, so it may miss a way, but never the ground.
 */
final class Links {

    private static final int[] NONE = {};

    private final int m;

    /** @param m the most links of a row on the upper levels; twice as many on the lowest */
    Links(int m) {
        this.m = m;
    }

    int most(int level) {
        return level == 0 ? 2 * m : m;
    }

    /** Returns the ints that a list of the lowest level takes: the number of links, and the links. */
    int room() {
        return most(0) + 1;
    }

    /** Returns the highest level on which a row is. */
    int levels(Slots slots, int slot) {
        return slots.segment(slot).upperLinks[slots.row(slot)].length / (m + 1);
    }

    /** Puts a row on its levels, without links. */
    void reset(Slots slots, int slot, int levels) {
        Segment segment = slots.segment(slot);
        segment.links[start(slots, slot, 0)] = 0;
        segment.upperLinks[slots.row(slot)] = levels == 0 ? NONE : new int[levels * (m + 1)];
    }

    /** Returns the array that a list is in, or an array too short to have {@link #start}. */
    int[] array(Slots slots, int slot, int level) {
        Segment segment = slots.segment(slot);
        return level == 0 ? segment.links : segment.upperLinks[slots.row(slot)];
    }

    /** Returns the place of the number of links; the links follow. */
    int start(Slots slots, int slot, int level) {
        return level == 0 ? slots.row(slot) * room() : (level - 1) * (m + 1);
    }

    /** Copies the links of a row that are below a limit. Returns how many these are. */
    int read(Slots slots, int slot, int level, int[] links) {
        int[] array = array(slots, slot, level);
        int start = start(slots, slot, level);
        if (start >= array.length) {
            return 0;
        }
        int end = start + array[start];
        int count = 0;
        for (int i = start + 1; i <= end; i++) {
            int link = array[i];
            if (link < slots.limit()) {
                links[count++] = link;
            }
        }
        return count;
    }

    boolean has(Slots slots, int slot, int level, int link) {
        int[] array = array(slots, slot, level);
        int start = start(slots, slot, level);
        for (int i = start + 1; i <= start + array[start]; i++) {
            if (array[i] == link) {
                return true;
            }
        }
        return false;
    }

    /** Replaces the links of a row. */
    void write(Slots slots, int slot, int level, int[] links, int count) {
        int[] array = array(slots, slot, level);
        int start = start(slots, slot, level);
        System.arraycopy(links, 0, array, start + 1, count);
        VarHandle.releaseFence();
        array[start] = count;
    }

    /** Adds a link if there is room. Tells whether there was. */
    boolean add(Slots slots, int slot, int level, int link) {
        int[] array = array(slots, slot, level);
        int start = start(slots, slot, level);
        int count = array[start];
        if (count == most(level)) {
            return false;
        }
        array[start + 1 + count] = link;
        VarHandle.releaseFence();
        array[start] = count + 1;
        return true;
    }
}
