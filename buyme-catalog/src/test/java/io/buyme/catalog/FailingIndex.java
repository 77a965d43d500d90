package io.buyme.catalog;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.index.FlatIndexProvider;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes exact indexes that take no entries while a switch is on. */
record FailingIndex(AtomicBoolean failing) implements VectorIndexProvider {

    @Override
    public String id() {
        return "failing";
    }

    @Override
    public SnapshotableIndex create(EmbeddingSpace space, Options options) {
        return new Switched(new FlatIndexProvider().create(space, options), failing);
    }

    @Override
    public SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        return new Switched(new FlatIndexProvider().load(snapshot, space, options), failing);
    }

    private record Switched(SnapshotableIndex index, AtomicBoolean failing) implements SnapshotableIndex {

        @Override
        public void upsertAll(Collection<IndexEntry> entries) {
            if (failing.get()) {
                throw new BuyMeException("out of order");
            }
            index.upsertAll(entries);
        }

        @Override
        public EmbeddingSpace space() {
            return index.space();
        }

        @Override
        public int removeAll(Collection<String> ids) {
            return index.removeAll(ids);
        }

        @Override
        public List<List<Neighbor>> searchAll(List<IndexQuery> queries) {
            return index.searchAll(queries);
        }

        @Override
        public long size() {
            return index.size();
        }

        @Override
        public boolean contains(String id) {
            return index.contains(id);
        }

        @Override
        public void save(Path file) {
            index.save(file);
        }

        @Override
        public void close() {
            index.close();
        }
    }
}
