package io.buyme.catalog;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.catalog.CatalogDatabase.Sequenced;
import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The vector index of a catalogue, which follows its database by sequence number. It never holds what the database does
 * not: a snapshot that does not fit is put aside with a warning, and the index is built anew.
 *
 * <p>Not safe for concurrent use, apart from the index itself; the catalogue calls it under its write lock.
 */
final class DerivedIndex implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DerivedIndex.class.getName());
    private static final int ENTRIES_PER_STEP = 1000;

    private final CatalogDatabase database;
    private final CatalogFolder folder;
    private final String provider;
    private final SnapshotableIndex index;
    private long sequence;
    private long savedSequence;

    private DerivedIndex(
            CatalogDatabase database, CatalogFolder folder, String provider, SnapshotableIndex index, long sequence) {
        this.database = database;
        this.folder = folder;
        this.provider = provider;
        this.index = index;
        this.sequence = sequence;
        this.savedSequence = sequence;
    }

    /** Returns the index as the database is now: from the snapshot where it fits, else built from the database. */
    static DerivedIndex open(
            CatalogDatabase database, CatalogFolder folder, VectorIndexProvider provider, Options options) {
        return restore(database, folder, provider, options)
                .orElseGet(() -> rebuild(database, folder, provider, options));
    }

    private static Optional<DerivedIndex> restore(
            CatalogDatabase database, CatalogFolder folder, VectorIndexProvider provider, Options options) {
        try {
            Optional<SnapshotManifest> manifest = SnapshotManifest.read(folder);
            if (manifest.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> misfit = manifest.get().misfit(database, provider.id(), folder);
            if (misfit.isPresent()) {
                return unusable(folder, misfit.get());
            }
            SnapshotableIndex index =
                    provider.load(folder.snapshot(manifest.get().file()), database.space(), options);
            return caughtUp(new DerivedIndex(
                    database, folder, provider.id(), index, manifest.get().sequence()));
        } catch (IOException | BuyMeException e) {
            return unusable(folder, e.toString());
        }
    }

    private static Optional<DerivedIndex> unusable(CatalogFolder folder, String why) {
        LOG.log(
                Level.WARNING,
                "not using the index snapshot of {0}: {1}; building the index from the database",
                folder.path(),
                why);
        return Optional.empty();
    }

    /** Brings a restored index up to date. If it does not have as many entries as the database then, it is not trusted. */
    private static Optional<DerivedIndex> caughtUp(DerivedIndex restored) {
        boolean trusted = false;
        try {
            restored.catchUp();
            long wanted = restored.database.embedded();
            trusted = restored.index.size() == wanted;
            return trusted
                    ? Optional.of(restored)
                    : unusable(restored.folder, "it has %d entries, not %d".formatted(restored.index.size(), wanted));
        } finally {
            if (!trusted) {
                restored.close();
            }
        }
    }

    private static DerivedIndex rebuild(
            CatalogDatabase database, CatalogFolder folder, VectorIndexProvider provider, Options options) {
        forgetSnapshot(folder);
        return build(database, folder, provider, options);
    }

    /** Returns an index that is built from the database, whatever snapshot there is. */
    static DerivedIndex build(
            CatalogDatabase database, CatalogFolder folder, VectorIndexProvider provider, Options options) {
        long size = database.embedded();
        if (size > 0) {
            LOG.log(Level.INFO, "building the index of {0} from {1} products", folder.path(), size);
        }
        DerivedIndex built =
                new DerivedIndex(database, folder, provider.id(), provider.create(database.space(), options), 0);
        boolean complete = false;
        try {
            built.catchUp();
            complete = true;
            return built;
        } finally {
            if (!complete) {
                built.close();
            }
        }
    }

    /** A snapshot that did not fit once must not seem to fit later, when the database has grown. */
    private static void forgetSnapshot(CatalogFolder folder) {
        try {
            Files.deleteIfExists(folder.manifest());
        } catch (IOException e) {
            throw new CatalogException(Reason.FOLDER, "cannot delete " + folder.manifest() + ": " + e, e);
        }
    }

    SnapshotableIndex index() {
        return index;
    }

    EmbeddingSpace space() {
        return index.space();
    }

    /** Takes out what is no longer in the database, and adds nothing. */
    void forget(List<String> ids) {
        index.removeAll(ids);
    }

    /** Applies what was committed since the last call. If it fails, the next call begins where this one did. */
    void catchUp() {
        catchUp(database.sequence());
    }

    /** Applies what was committed since the last call, up to a sequence number. */
    void catchUp(long last) {
        if (index.size() > 0) {
            index.removeAll(database.removedAfter(sequence));
        }
        List<Sequenced<IndexEntry>> put = database.putAfter(sequence, last, ENTRIES_PER_STEP);
        long applied = sequence;
        while (!put.isEmpty()) {
            index.upsertAll(put.stream().map(Sequenced::value).toList());
            applied = put.get(put.size() - 1).sequence();
            put = database.putAfter(applied, last, ENTRIES_PER_STEP);
        }
        sequence = Math.max(sequence, last);
    }

    /** Saves the index beside the database, unless the snapshot there is as new. */
    void checkpoint() {
        if (savedSequence == sequence && Files.exists(folder.manifest())) {
            return;
        }
        // The name is new each time: the manifest in place goes on describing its own file until it is replaced.
        String name = "index-" + UUID.randomUUID() + ".snapshot";
        Path file = folder.snapshot(name);
        index.save(file);
        try {
            String hash = ContentHash.of(file);
            new SnapshotManifest(database.id(), space().id(), provider, sequence, name, hash).write(folder);
            savedSequence = sequence;
            deleteSnapshotsBut(file);
        } catch (IOException e) {
            throw new CatalogException(Reason.FOLDER, "cannot save the index in " + folder.path() + ": " + e, e);
        }
    }

    private void deleteSnapshotsBut(Path current) throws IOException {
        try (DirectoryStream<Path> snapshots = Files.newDirectoryStream(folder.path(), "index-*.snapshot")) {
            for (Path snapshot : snapshots) {
                if (!snapshot.equals(current)) {
                    Files.deleteIfExists(snapshot);
                }
            }
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
