package io.buyme.index;

import java.util.List;
import java.util.Optional;

/** The vectors of a partition that has no codes yet, in a file. All of them are searched. */
final class IvfUncoded implements IvfLists {

    private final List<IvfRow> rows;
    private final FloatRows vectors;

    /** @param rows of the partition, by number; kept up to date by the partition */
    IvfUncoded(List<IvfRow> rows, FloatRows vectors) {
        this.rows = rows;
        this.vectors = vectors;
    }

    @Override
    public void add(IvfRow row, float[] vector) {
        vectors.add(vector);
    }

    @Override
    public void remove(IvfRow row) {
        vectors.remove(row.number());
    }

    @Override
    public void settle() {
        // A row's number says it all.
    }

    @Override
    public void read(IvfRow row, float[] vector) {
        vectors.read(row.number(), vector);
    }

    @Override
    public void search(IvfProbe probe, int lists) {
        scan(probe);
    }

    @Override
    public void scan(IvfProbe probe) {
        vectors.scan(probe, rows);
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
