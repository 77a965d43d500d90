package io.buyme.index;

import java.util.Arrays;

/** The links of new rows, put together by the rows that they lead to, which are to be linked back. */
final class BackLinks {

    private static final int SOURCE_BITS = 8;
    private static final int SLOT_BITS = 31;

    private final int[] sources;
    /** Level, target and index of the source in one number each, in order, so that those of a target lie together. */
    private final long[] all;
    /** Where the links of each target begin; at last, where those of the last one end. */
    private final int[] starts;

    private BackLinks(int[] sources, long[] all) {
        this.sources = sources;
        this.all = all;
        this.starts = starts(all);
    }

    /** Collects the links of some rows. */
    static BackLinks of(Slots slots, Links links, int[] sources) {
        int[] read = new int[links.most(0)];
        long[] all = new long[links.most(0)];
        int count = 0;
        for (int i = 0; i < sources.length; i++) {
            for (int level = links.levels(slots, sources[i]); level >= 0; level--) {
                int more = links.read(slots, sources[i], level, read);
                if (count + more > all.length) {
                    all = Arrays.copyOf(all, 2 * all.length);
                }
                for (int j = 0; j < more; j++) {
                    all[count++] = ((long) level << SLOT_BITS | read[j]) << SOURCE_BITS | i;
                }
            }
        }
        Arrays.sort(all, 0, count);
        return new BackLinks(sources, Arrays.copyOf(all, count));
    }

    /** Returns how many lists of links are to be written. */
    int targets() {
        return starts.length - 1;
    }

    /** Writes one of these lists. */
    void link(Slots slots, int target, Linker linker) {
        for (int i = starts[target]; i < starts[target + 1]; i++) {
            long list = all[i] >>> SOURCE_BITS;
            int source = sources[(int) (all[i] & ((1 << SOURCE_BITS) - 1))];
            linker.linkBack(slots, (int) (list & Integer.MAX_VALUE), (int) (list >>> SLOT_BITS), source);
        }
    }

    private static int[] starts(long[] all) {
        int[] starts = new int[all.length + 1];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] >>> SOURCE_BITS != all[i - 1] >>> SOURCE_BITS) {
                starts[count++] = i;
            }
        }
        starts[count++] = all.length;
        return Arrays.copyOf(starts, count);
    }
}
