package io.buyme.index;

import static io.buyme.index.SnapshotFormat.DONE;
import static io.buyme.index.SnapshotFormat.MAGIC;
import static io.buyme.index.SnapshotFormat.PARTITION;
import static io.buyme.index.SnapshotFormat.SPACE;
import static io.buyme.index.SnapshotFormat.VECTORS;
import static io.buyme.index.SnapshotFormat.VERSION;

import io.buyme.api.EmbeddingSpace;
import java.util.List;

/** Writes a table as {@link SnapshotFormat} says. */
final class SnapshotWriter {

    private final SnapshotOutput output;

    SnapshotWriter(SnapshotOutput output) {
        this.output = output;
    }

    void write(EntryTable table) {
        output.writeBytes(MAGIC);
        output.writeInt(VERSION);
        writeSpace(table.space());
        for (FlatStore store : table.partitions()) {
            writePartition(store);
            writeVectors(store, table.space().dimension());
        }
        output.beginSection(DONE, Integer.BYTES + Long.BYTES);
        output.writeInt(table.partitions().size());
        output.writeLong(table.size());
        output.endSection();
        output.flush();
    }

    private void writeSpace(EmbeddingSpace space) {
        byte[] model = Texts.encode(space.model());
        byte[] version = Texts.encode(space.version());
        byte[] metric = Texts.encode(space.metric().name());
        output.beginSection(SPACE, 4L * Integer.BYTES + model.length + version.length + metric.length);
        output.writeText(model);
        output.writeText(version);
        output.writeInt(space.dimension());
        output.writeText(metric);
        output.endSection();
    }

    private void writePartition(FlatStore store) {
        byte[] name = Texts.encode(store.partition());
        List<byte[]> ids =
                store.rows().stream().map(row -> Texts.encode(row.id())).toList();
        long idBytes = ids.stream().mapToLong(id -> Integer.BYTES + id.length).sum();
        output.beginSection(PARTITION, 2L * Integer.BYTES + name.length + idBytes);
        output.writeText(name);
        output.writeInt(ids.size());
        ids.forEach(output::writeText);
        output.endSection();
    }

    private void writeVectors(FlatStore store, int dimension) {
        output.beginSection(VECTORS, (long) store.size() * dimension * Float.BYTES);
        float[] vector = new float[dimension];
        for (int position = 0; position < store.size(); position++) {
            store.read(position, vector);
            output.writeFloats(vector);
        }
        output.endSection();
    }
}
