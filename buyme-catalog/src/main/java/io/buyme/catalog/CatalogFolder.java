package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names of the files in a catalogue's folder. */
record CatalogFolder(Path path) {

    /** Makes the folder if need be, and returns it by its real path, which is the same for every way to write it. */
    static CatalogFolder prepare(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CatalogException(
                    Reason.FOLDER, "a catalogue needs a folder, but " + directory + " is a file; name another path");
        }
        try {
            return new CatalogFolder(Files.createDirectories(directory).toRealPath());
        } catch (IOException e) {
            throw new CatalogException(
                    Reason.FOLDER,
                    "cannot make the catalogue folder %s (%s); name a path that can be written".formatted(directory, e),
                    e);
        }
    }

    Path database() {
        return path.resolve("catalog.db");
    }

    /** A database that was restored, and is to be moved to the place of the other. */
    Path restored() {
        return path.resolve("catalog.db.restored");
    }

    /** Returns a file that belongs to another and has its name, with a suffix. */
    Path beside(Path file, String suffix) {
        return path.resolve(file.getFileName() + suffix);
    }

    Path lock() {
        return path.resolve("catalog.lock");
    }

    /** What was changed since the first backup. */
    Path journal() {
        return path.resolve("changes.journal");
    }

    Path manifest() {
        return path.resolve("index.json");
    }

    Path snapshot(String name) {
        return path.resolve(name);
    }
}
