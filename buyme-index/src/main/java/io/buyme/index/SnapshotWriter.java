package io.buyme.index;

import static io.buyme.index.SnapshotFormat.DONE;
import static io.buyme.index.SnapshotFormat.MAGIC;
import static io.buyme.index.SnapshotFormat.PARTITION;
import static io.buyme.index.SnapshotFormat.SPACE;
import static io.buyme.index.SnapshotFormat.VECTORS;
import static io.buyme.index.SnapshotFormat.VERSION;

import io.buyme.api.EmbeddingSpace;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Writes partitions as {@link SnapshotFormat} says. */
final class SnapshotWriter {

    private final SnapshotOutput output;

    SnapshotWriter(SnapshotOutput output) {
        this.output = output;
    }

    void write(EmbeddingSpace space, Collection<? extends SnapshotSource> partitions) {
        output.writeBytes(MAGIC);
        output.writeInt(VERSION);
        writeSpace(space);
        for (SnapshotSource partition : partitions) {
            writePartition(partition);
            writeVectors(partition, space.dimension());
            partition.writeMore(output);
        }
        output.beginSection(DONE, Integer.BYTES + Long.BYTES);
        output.writeInt(partitions.size());
        output.writeLong(partitions.stream().mapToLong(SnapshotSource::size).sum());
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

    private void writePartition(SnapshotSource partition) {
        byte[] name = Texts.encode(partition.partition());
        List<byte[]> ids = IntStream.range(0, partition.size())
                .mapToObj(row -> Texts.encode(partition.id(row)))
                .toList();
        long idBytes = ids.stream().mapToLong(id -> Integer.BYTES + id.length).sum();
        output.beginSection(PARTITION, 2L * Integer.BYTES + name.length + idBytes);
        output.writeText(name);
        output.writeInt(ids.size());
        ids.forEach(output::writeText);
        output.endSection();
    }

    private void writeVectors(SnapshotSource partition, int dimension) {
        output.beginSection(VECTORS, (long) partition.size() * dimension * Float.BYTES);
        float[] vector = new float[dimension];
        for (int row = 0; row < partition.size(); row++) {
            partition.read(row, vector);
            output.writeFloats(vector);
        }
        output.endSection();
    }
}
