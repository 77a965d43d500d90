package io.buyme.cli.bench;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a catalogue that is not open.
 *
 * @param folder of the catalogue
 */
record CatalogFiles(Path folder) {

    private static final String INDEX = "index";

    /** Copies the snapshot of the index and what belongs to it. */
    void copyIndexTo(Path target) {
        try {
            Files.createDirectories(target);
            for (Path file : files(INDEX)) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot copy the index to " + target + ": " + e, e);
        }
    }

    /** Returns how much room the files take whose names begin like this. */
    double megabytes(String prefix) {
        try {
            long bytes = 0;
            for (Path file : files(prefix)) {
                bytes += Files.size(file);
            }
            return Math.round(bytes / 1e5) / 10.0;
        } catch (IOException e) {
            throw new BuyMeException("cannot read the size of the catalogue: " + e, e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new BuyMeException("cannot delete " + name + ": " + e, e);
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toFile().getName().startsWith(prefix))
                    .toList();
        }
    }
}
