package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How to keep a catalogue.
 *
 * @param index provider of the vector index; another one than last time has it built anew
 * @param indexOptions for the provider
 * @param server holds the database instead of a file in the catalogue's folder, if there is one. PostgreSQL is tested
 * @param backups when to make a copy of the database by itself, if ever; not with a server, which has its own ways
 */
public record CatalogSettings(
        VectorIndexProvider index, Options indexOptions, Optional<DataSource> server, Optional<BackupPolicy> backups) {

    /** Checks that nothing is missing and backups can be made. */
    public CatalogSettings {
        requireNonNull(index, "index");
        requireNonNull(indexOptions, "indexOptions");
        requireNonNull(server, "server");
        requireNonNull(backups, "backups");
        if (server.isPresent() && backups.isPresent()) {
            throw new IllegalArgumentException("a database server is backed up by its own means, such as pg_dump");
        }
    }

    /**
     * Returns an embedded database and the index provider that {@linkplain Providers#select() the rule} selects.
     *
     * @throws io.buyme.api.spi.ProviderException if no index provider is usable
     */
    public static CatalogSettings standard() {
        return of(Providers.discover(VectorIndexProvider.class).select());
    }

    /** Returns an embedded database and this index. */
    public static CatalogSettings of(VectorIndexProvider index) {
        return new CatalogSettings(index, Options.none(), Optional.empty(), Optional.empty());
    }

    /** Returns these settings with options for the index. */
    public CatalogSettings withIndexOptions(Options options) {
        return new CatalogSettings(index, options, server, backups);
    }

    /**
     * Returns these settings with the database on a server. Several processes may share it, each with a folder and an
     * index of its own; {@link Catalog#refresh} brings in what others have changed.
     *
     * @param dataSource is asked for connections; of a pool, the catalogue keeps up to nine while it is open
     */
    public CatalogSettings withServer(DataSource dataSource) {
        return new CatalogSettings(index, indexOptions, Optional.of(dataSource), backups);
    }

    /** Returns these settings with backups every so often. */
    public CatalogSettings withBackups(BackupPolicy policy) {
        return new CatalogSettings(index, indexOptions, server, Optional.of(policy));
    }
}
