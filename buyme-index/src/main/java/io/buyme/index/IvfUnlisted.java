package io.buyme.index;

import java.util.Optional;

/** The vectors of a small partition: all in one list, all of which is searched. */
final class IvfUnlisted implements IvfLists {

    private final IvfFlatList rows;

    IvfUnlisted(int dimension) {
        this.rows = new IvfFlatList(dimension);
    }

    /** Makes room for exactly so many rows, before there are any. */
    void reserve(int count) {
        rows.reserve(count);
    }

    @Override
    public void add(IvfRow row, float[] vector) {
        row.moveTo(0, rows.add(row, vector));
    }

    @Override
    public void remove(IvfRow row) {
        rows.remove(row.position()).moveTo(0, row.position());
    }

    @Override
    public void settle() {
        rows.settle(0);
    }

    @Override
    public void read(IvfRow row, float[] vector) {
        rows.read(row.position(), vector);
    }

    @Override
    public void search(IvfProbe probe, int lists) {
        scan(probe);
    }

    @Override
    public void scan(IvfProbe probe) {
        rows.scan(probe);
    }

    @Override
    public void write(SnapshotOutput output) {
        // The rows are all there is.
    }

    @Override
    public Optional<Drift> drift() {
        return Optional.empty();
    }
}
