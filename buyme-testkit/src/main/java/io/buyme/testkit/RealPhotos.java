package io.buyme.testkit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the folder of real photos, which is no part of the project: {@code $BUYME_DATA}, or else the nearest folder
 * {@code shared/data} beside the working directory or beside one of its parents. Tests that need it are reported as
 * skipped where it is absent.
 */
public final class RealPhotos {

    private static final String VARIABLE = "BUYME_DATA";
    private static final Path NEARBY = Path.of("shared", "data");

    private RealPhotos() {}

    /** Returns the folder of real photos, if this machine has it. */
    public static Optional<Path> root() {
        return root(Optional.ofNullable(System.getenv(VARIABLE)), Path.of(""));
    }

    /**
     * Returns a file or folder among the real photos, or aborts the running test, which is then reported as skipped.
     *
     * @param relative to the {@link #root()}, such as {@code ccp/photos/0001.jpg}
     */
    public static Path require(String relative) {
        requireNonNull(relative, "relative");
        return root().map(folder -> folder.resolve(relative))
                .filter(Files::exists)
                .orElseGet(() -> Assumptions.abort("needs the real photo data '%s'; set %s to the folder that holds it"
                        .formatted(relative, VARIABLE)));
    }

    static Optional<Path> root(Optional<String> configured, Path workingDirectory) {
        if (configured.isPresent()) {
            return configured.map(Path::of).filter(Files::isDirectory);
        }
        return Stream.iterate(workingDirectory.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(NEARBY))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
