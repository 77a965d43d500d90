package io.buyme.catalog;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a snapshot of the index contains.
 *
 * @param catalog id of the database it was made of
 * @param space of its vectors
 * @param provider id of the index provider that wrote it
 * @param sequence up to which it follows the database
 * @param file its name in the catalogue's folder
 * @param sha256 of the file
 */
record SnapshotManifest(String catalog, String space, String provider, long sequence, String file, String sha256) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A name of ours: a manifest from elsewhere must not have any other file read. */
    private static final Pattern FILE = Pattern.compile("index-[0-9a-f-]+\\.snapshot");

    /** Checks that nothing is missing. */
    SnapshotManifest {
        requireNonNull(catalog, "catalog");
        requireNonNull(space, "space");
        requireNonNull(provider, "provider");
        requireNonNull(file, "file");
        requireNonNull(sha256, "sha256");
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("'" + file + "' is no name of a snapshot");
        }
    }

    /** Returns the manifest in a folder, if there is one. */
    static Optional<SnapshotManifest> read(CatalogFolder folder) throws IOException {
        return Files.exists(folder.manifest())
                ? Optional.ofNullable(JSON.readValue(folder.manifest().toFile(), SnapshotManifest.class))
                : Optional.empty();
    }

    /** Replaces the manifest at once. */
    void write(CatalogFolder folder) {
        Path temporary = folder.path().resolve("index.json.tmp");
        try {
            Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(temporary, folder.manifest(), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CatalogException(Reason.FOLDER, "cannot write " + folder.manifest() + ": " + e, e);
        }
    }

    /** Returns why the snapshot does not belong to this database and provider as they are now, if it does not. */
    Optional<String> misfit(CatalogDatabase database, String providerId, CatalogFolder folder) throws IOException {
        if (!catalog.equals(database.id())) {
            return Optional.of("it was made of another database");
        }
        if (!space.equals(database.space().id())) {
            return Optional.of("its vectors are of space " + space);
        }
        if (!provider.equals(providerId)) {
            return Optional.of("it was written by index provider '" + provider + "', in use is '" + providerId + "'");
        }
        if (sequence > database.sequence()) {
            return Optional.of("it is newer than the database, which seems to be restored from a backup");
        }
        if (!Files.exists(folder.snapshot(file))) {
            return Optional.of("its file " + file + " is missing");
        }
        return ContentHash.of(folder.snapshot(file)).equals(sha256)
                ? Optional.empty()
                : Optional.of("its file " + file + " was changed or damaged");
    }
}
