package io.buyme.index;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists of plain vectors. */
final class IvfFlatLists implements IvfLists {

    private final IvfCoarse coarse;
    private final IvfFlatList[] lists;

    /** @param sizes how many rows the lists are to be given at first */
    IvfFlatLists(IvfCoarse coarse, int[] sizes) {
        this.coarse = coarse;
        this.lists = new IvfFlatList[coarse.lists()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new IvfFlatList(coarse.centers().dimension());
            lists[i].reserve(sizes[i]);
        }
    }

    /** Adds a row to a list, without telling the row. */
    void put(IvfRow row, float[] vector, int list) {
        lists[list].add(row, vector);
    }

    @Override
    public void add(IvfRow row, float[] vector) {
        int list = coarse.take(vector);
        row.moveTo(list, lists[list].add(row, vector));
    }

    @Override
    public void remove(IvfRow row) {
        lists[row.list()].remove(row.position()).moveTo(row.list(), row.position());
    }

    @Override
    public void settle() {
        for (int i = 0; i < lists.length; i++) {
            lists[i].settle(i);
        }
    }

    @Override
    public void read(IvfRow row, float[] vector) {
        lists[row.list()].read(row.position(), vector);
    }

    /** A query that says how many candidates it wants weighed has its way: lists are scanned until there were as many. */
    @Override
    public void search(IvfProbe probe, int atLeast) {
        OptionalInt candidates = probe.search().candidates();
        probe.rank(coarse.centers());
        long weighed = 0;
        for (int probed = 0; probe.hasNext(); probed++) {
            boolean enough = candidates.isPresent() ? weighed >= candidates.getAsInt() : probed >= atLeast;
            if (enough && probe.search().full()) {
                return;
            }
            IvfFlatList list = lists[probe.next()];
            list.scan(probe);
            weighed += list.size();
        }
    }

    @Override
    public void scan(IvfProbe probe) {
        for (IvfFlatList list : lists) {
            list.scan(probe);
        }
    }

    @Override
    public void write(SnapshotOutput output) {
        int[] listByRow =
                new int[Arrays.stream(lists).mapToInt(IvfFlatList::size).sum()];
        for (int list = 0; list < lists.length; list++) {
            for (int i = 0; i < lists[list].size(); i++) {
                listByRow[lists[list].row(i).number()] = list;
            }
        }
        IvfSections.writeLists(output, coarse, listByRow);
    }

    @Override
    public Optional<Drift> drift() {
        return Optional.of(
                coarse.drift(Arrays.stream(lists).mapToInt(IvfFlatList::size).toArray()));
    }
}
