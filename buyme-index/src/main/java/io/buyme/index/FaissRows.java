package io.buyme.index;

import io.buyme.api.IndexEntry;
import java.util.List;

/** What a file of FAISS holds, as it is written to a snapshot. */
final class FaissRows implements SnapshotSource {

    private final String partition;
    private final List<IndexEntry> entries;
    private final FaissIndex index;

    /** @param entries those of the index, in its order */
    FaissRows(String partition, List<IndexEntry> entries, FaissIndex index) {
        this.partition = partition;
        this.entries = entries;
        this.index = index;
    }

    @Override
    public String partition() {
        return partition;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public String id(int row) {
        return entries.get(row).id();
    }

    @Override
    public void read(int row, float[] vector) {
        float[] stored = Vectors.stored(entries.get(row).embedding());
        System.arraycopy(stored, 0, vector, 0, vector.length);
    }

    @Override
    public void writeMore(SnapshotOutput output) {
        index.graph().ifPresent(graph -> graph.write(output));
        index.codes().ifPresent(codes -> codes.write(output));
    }
}
