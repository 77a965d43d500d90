package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.catalog.BackupPolicy;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue together with the embedder that belongs to it.
 *
 * @param embedder of the catalogue's space
 * @param catalog open, for this process alone
 */
record OpenCatalog(Embedder embedder, Catalog catalog) implements AutoCloseable {

    /** Opens a catalogue with a new embedder, the index of this id or the standard one, and backups where wanted. */
    static OpenCatalog open(
            Path directory, Supplier<Embedder> embedders, @Nullable String indexId, Optional<BackupPolicy> backups) {
        Providers<VectorIndexProvider> indexes = Providers.discover(VectorIndexProvider.class);
        VectorIndexProvider index = indexId == null ? indexes.select() : indexes.select(indexId);
        CatalogSettings plain = CatalogSettings.of(index);
        CatalogSettings settings = backups.map(plain::withBackups).orElse(plain);
        Embedder embedder = embedders.get();
        try {
            return new OpenCatalog(embedder, Catalog.open(directory, embedder.space(), settings));
        } catch (RuntimeException | Error e) {
            embedder.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (embedder) {
            catalog.close();
        }
    }
}
