package io.buyme.index;

/**
 * What a filter said of the rows of a partition. Each row is asked about once, when a search first wants to know.
 *
 * <p>Several searches may use it at the same time, without a lock: what is written are answers, so one that gets lost
 * is asked for again, and nothing has to be written in any order. The answers are those of rows that were born not after
 * some version, which is at least that of any search that uses it. While it may be seen by one of these searches, such a
 * row stays in its slot, and whatever is put there afterwards is born later, so an answer never meets another row.
 */
final class Passing {

    private final long version;
    private final int limit;
    private final long[] yes;
    private final long[] no;

    /** @param version the one that is searched, or a later one */
    Passing(Slots slots, long version) {
        this.version = version;
        this.limit = slots.limit();
        this.yes = new long[(limit + 63) >>> 6];
        this.no = new long[yes.length];
    }

    /** Returns the same for searches of a version: without the answers of rows that are not there any more. */
    Passing since(Slots slots, long newVersion) {
        Passing later = new Passing(slots, newVersion);
        for (int word = 0; word < Math.min(yes.length, later.yes.length); word++) {
            long old = 0;
            for (int slot = word << 6; slot < Math.min(limit, (word + 1) << 6); slot++) {
                if (slots.birth(slot) <= version) {
                    old |= 1L << slot;
                }
            }
            later.yes[word] = yes[word] & old;
            later.no[word] = no[word] & old;
        }
        return later;
    }

    long version() {
        return version;
    }

    /** Tells whether a row is seen by a search of a version, and passes. */
    boolean test(Slots slots, int slot, long seen, Search search) {
        int word = slot >>> 6;
        if (word >= yes.length) {
            return slots.visible(slot, seen) && search.passes(slots.id(slot));
        }
        long bit = 1L << slot;
        if ((no[word] & bit) != 0 || !slots.visible(slot, seen)) {
            return false;
        }
        return (yes[word] & bit) != 0 || ask(slots, slot, search);
    }

    private boolean ask(Slots slots, int slot, Search search) {
        boolean passes = search.passes(slots.id(slot));
        long[] answers = passes ? yes : no;
        answers[slot >>> 6] |= 1L << slot;
        return passes;
    }

    /** Returns the next slot from one on that is not known not to pass; the limit of the slots if there is none. */
    int next(Slots slots, int from) {
        int end = slots.limit();
        for (int slot = from; slot < end; slot = (slot | 63) + 1) {
            int word = slot >>> 6;
            if (word >= no.length) {
                return slot;
            }
            long maybe = ~no[word] & (-1L << slot);
            if (maybe != 0) {
                return Math.min(end, (slot & ~63) + Long.numberOfTrailingZeros(maybe));
            }
        }
        return end;
    }

    /** Returns how many rows are known to pass. */
    int passed() {
        return count(yes);
    }

    /** Returns how many rows are known not to pass. */
    int refused() {
        return count(no);
    }

    private static int count(long[] answers) {
        int count = 0;
        for (long word : answers) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
