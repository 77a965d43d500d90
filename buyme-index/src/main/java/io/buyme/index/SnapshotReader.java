package io.buyme.index;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads entries as {@link SnapshotFormat} says, and checks everything before it is used. */
final class SnapshotReader {

    private final String providerId;
    private final SnapshotInput input;
    private final SnapshotTarget target;

    SnapshotReader(String providerId, SnapshotInput input, SnapshotTarget target) {
        this.providerId = providerId;
        this.input = input;
        this.target = target;
    }

    /** @throws IndexFormatException if the file is no snapshot, or a damaged one */
    void read() throws IOException {
        readHeader();
        expectSection(SnapshotFormat.SPACE);
        readSpace();
        int partitions = 0;
        for (String tag = input.beginSection(); !tag.equals(SnapshotFormat.DONE); tag = input.beginSection()) {
            if (tag.equals(SnapshotFormat.PARTITION)) {
                readPartition();
                partitions++;
            } else if (!target.read(tag, input)) {
                input.skipSection();
            }
        }
        readEnd(partitions);
    }

    private void readHeader() throws IOException {
        input.beginPlain(SnapshotFormat.MAGIC.length + Integer.BYTES);
        if (!Arrays.equals(input.readBytes(SnapshotFormat.MAGIC.length), SnapshotFormat.MAGIC)) {
            throw input.damaged("it is no index snapshot of BuyMe");
        }
        int version = input.readInt();
        if (version != SnapshotFormat.VERSION) {
            throw input.damaged("it has format version %s, this release reads version %d"
                    .formatted(Integer.toUnsignedString(version), SnapshotFormat.VERSION));
        }
    }

    private void readSpace() throws IOException {
        String model = input.readText();
        String version = input.readText();
        int dimension = input.readInt();
        String metric = input.readText();
        input.endSection();
        EmbeddingSpace found;
        try {
            found = new EmbeddingSpace(model, version, dimension, Metric.valueOf(metric));
        } catch (IllegalArgumentException e) {
            throw input.damaged("it has a dimension of %d and a metric '%s'".formatted(dimension, metric));
        }
        if (!found.equals(target.space())) {
            throw new BuyMeException(
                    StageKind.INDEX,
                    providerId,
                    "the snapshot holds vectors of space %s, wanted %s; use the embedder that made it, or index anew"
                            .formatted(found.id(), target.space().id()),
                    null);
        }
    }

    private void readPartition() throws IOException {
        String name = input.readText();
        int rows = input.readInt();
        long vectorBytes = (long) rows * target.space().dimension() * Float.BYTES;
        if (rows < 0 || vectorBytes > input.leftInFile()) {
            throw input.damaged("partition '%s' claims %s rows, more than the file has room for"
                    .formatted(name, Integer.toUnsignedString(rows)));
        }
        Set<String> ids = readIds(name, rows);
        input.endSection();
        if (!target.addPartition(name, rows)) {
            throw input.damaged("it has partition '%s' twice".formatted(name));
        }
        expectSection(SnapshotFormat.VECTORS);
        readVectors(name, ids);
        input.endSection();
    }

    private Set<String> readIds(String partition, int rows) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < rows; i++) {
            String id = input.readText();
            if (!ids.add(id)) {
                throw input.damaged("partition '%s' has id '%s' twice".formatted(partition, id));
            }
        }
        return ids;
    }

    private void readVectors(String partition, Set<String> ids) throws IOException {
        float[] vector = new float[target.space().dimension()];
        for (String id : ids) {
            input.readFloats(vector);
            if (!Vectors.isStorable(vector, target.space().metric())) {
                throw input.damaged("the vector of '%s' is not finite, or has another length than one".formatted(id));
            }
            if (!target.add(id, partition, vector)) {
                throw input.damaged("id '%s' is in two partitions".formatted(id));
            }
        }
    }

    private void readEnd(int partitions) throws IOException {
        int wantedPartitions = input.readInt();
        long wantedEntries = input.readLong();
        input.endSection();
        if (wantedPartitions != partitions || wantedEntries != target.size()) {
            throw input.damaged("it should have %d entries in %d partitions, but has %d in %d"
                    .formatted(wantedEntries, wantedPartitions, target.size(), partitions));
        }
        if (input.leftInFile() > 0) {
            throw input.damaged("%d bytes follow its end".formatted(input.leftInFile()));
        }
    }

    private void expectSection(String wanted) throws IOException {
        String found = input.beginSection();
        if (!found.equals(wanted)) {
            throw input.damaged("it has section %s where %s should be".formatted(found, wanted));
        }
    }
}
