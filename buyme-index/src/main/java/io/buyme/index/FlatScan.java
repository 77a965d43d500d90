package io.buyme.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Lets searches consider all rows of their partitions. Called under the lock of the index, which thereby holds for the
 * threads that help, too: they need none of their own.
 *
 * <p>One search alone stays on the calling thread. It is limited by the reading of memory, which cores share; and who
 * has many single searches has threads for them.
 */
final class FlatScan {

    /** Multiplications, about a millisecond's, below which it is not worth to wake another thread. */
    private static final long WORTH_SHARING = 1 << 24;
    /** Tasks per thread, so that all end at about the same time. */
    private static final int TASKS_PER_THREAD = 4;
    /** So many queries make up for packing a block that another task packs as well. */
    private static final int FEWEST_QUERIES = 20;
    /** A shortlist of a larger share of all rows takes longer to settle than another scan. */
    private static final int SHARE_WORTH_LISTING = 64;

    private static final BatchKernels KERNELS = VectorKernels.batch();
    private static final int ROWS_AT_ONCE = KERNELS.rowsAtOnce();

    private final Collection<FlatStore> stores;
    private final List<Search> searches;
    private final int threads;
    private final long rows;
    private final double longest;

    /** @param threads at most, the calling one among them */
    FlatScan(Collection<FlatStore> stores, List<Search> searches, int threads) {
        this.stores = stores;
        this.searches = searches;
        this.rows = stores.stream().mapToLong(FlatStore::size).sum();
        this.longest = stores.stream().mapToDouble(FlatStore::longest).max().orElse(0);
        this.threads = threads;
    }

    void run() {
        if (searches.size() == 1) {
            searches.forEach(this::alone);
        } else if (!searches.isEmpty() && rows > 0) {
            together();
        }
    }

    private void alone(Search search) {
        Shortlist shortlist = search.shortlist(longest);
        float[] scores = new float[(int) Math.min(rows, VectorBlock.MAX_ROWS)];
        for (FlatStore store : stores) {
            int blocks = search.looksInto(store.partition()) ? store.blocks() : 0;
            for (int block = 0; block < blocks; block++) {
                List<Row> blockRows = store.rowsOf(block);
                search.roughScores(store.block(block), blockRows.size(), scores);
                shortlist.consider(scores, blockRows);
            }
        }
        shortlist.settle();
    }

    private void together() {
        int dimension = searches.get(0).vector().length;
        int useful = rows * dimension * searches.size() < WORTH_SHARING ? 1 : threads;
        List<Tile> tiles = tiles(useful);
        List<Worker> workers = SharedTasks.run(
                tiles.size(), useful, () -> new Worker(dimension), (worker, tile) -> worker.scan(tiles.get(tile)));
        SharedTasks.run(searches.size(), useful, () -> workers, this::settle);
    }

    private void settle(List<Worker> workers, int search) {
        Shortlist all = newShortlist(search);
        workers.forEach(worker -> worker.addTo(all, search));
        if (all.tooLong()) {
            alone(searches.get(search));
        } else {
            all.settle();
        }
    }

    private Shortlist newShortlist(int search) {
        Search of = searches.get(search);
        long most = Math.min(Integer.MAX_VALUE, 2L * of.wanted() + rows / SHARE_WORTH_LISTING);
        return of.shortlistOfBatch(longest, (int) most);
    }

    private List<Tile> tiles(int useful) {
        long ranges = (rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
        int parts = useful == 1 ? 1 : (int) Math.max(1, (long) TASKS_PER_THREAD * useful / ranges);
        List<Tile> tiles = new ArrayList<>();
        int[] before = {};
        List<Batch> batches = List.of();
        for (FlatStore store : stores) {
            int[] members = lookingInto(store);
            if (!Arrays.equals(members, before)) {
                batches = batches(members, parts);
                before = members;
            }
            for (Batch batch : batches) {
                addTiles(store, batch, tiles);
            }
        }
        return tiles;
    }

    private static void addTiles(FlatStore store, Batch batch, List<Tile> tiles) {
        for (int block = 0; block < store.blocks(); block++) {
            int blockRows = store.rowsOf(block).size();
            for (int from = 0; from < blockRows; from += ROWS_AT_ONCE) {
                tiles.add(new Tile(store, block, from, Math.min(blockRows, from + ROWS_AT_ONCE), batch));
            }
        }
    }

    private int[] lookingInto(FlatStore store) {
        int[] members = new int[searches.size()];
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            if (searches.get(i).looksInto(store.partition())) {
                members[count++] = i;
            }
        }
        return Arrays.copyOf(members, count);
    }

    private List<Batch> batches(int[] members, int parts) {
        int each = Math.max(FEWEST_QUERIES, (members.length + parts - 1) / parts);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < members.length; from += each) {
            int[] some = Arrays.copyOfRange(members, from, Math.min(members.length, from + each));
            List<float[]> vectors =
                    Arrays.stream(some).mapToObj(i -> searches.get(i).vector()).toList();
            batches.add(new Batch(some, KERNELS.arranged(vectors)));
        }
        return batches;
    }

    /** Searches that look into the same partitions, and their vectors. */
    private static final class Batch {

        private final int[] members;
        private final float[] arranged;

        Batch(int[] members, float[] arranged) {
            this.members = members;
            this.arranged = arranged;
        }
    }

    /** A task: some rows of a block, and some searches. */
    private record Tile(FlatStore store, int block, int from, int to, Batch batch) {}

    /** What a thread has found. */
    private final class Worker {

        private final Shortlist[] shortlists = new Shortlist[searches.size()];
        private final float[][] sums;
        private final float[] scratch;

        Worker(int dimension) {
            int most = BatchKernels.roundedUp((int) Math.min(rows, ROWS_AT_ONCE), BatchKernels.ROWS);
            sums = new float[BatchKernels.roundedUp(searches.size(), KERNELS.side())][most];
            scratch = new float[KERNELS.scratch(dimension, most)];
        }

        void scan(Tile tile) {
            int[] members = tile.batch().members;
            VectorBlock block = tile.store().block(tile.block());
            boolean euclidean = searches.get(members[0]).euclidean();
            for (int i = 0; i < members.length; i++) {
                block.fillBeforeDots(euclidean, tile.from(), tile.to(), sums[i]);
            }
            block.addDots(KERNELS, tile.batch().arranged, tile.from(), tile.to(), sums, scratch);
            List<Row> candidates = tile.store().rowsOf(tile.block()).subList(tile.from(), tile.to());
            for (int i = 0; i < members.length; i++) {
                shortlist(members[i]).consider(sums[i], candidates);
            }
        }

        void addTo(Shortlist all, int search) {
            if (shortlists[search] != null) {
                all.absorb(shortlists[search]);
            }
        }

        private Shortlist shortlist(int search) {
            if (shortlists[search] == null) {
                shortlists[search] = newShortlist(search);
            }
            return shortlists[search];
        }
    }
}
