package io.buyme.train.loop;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that there is either the old one or the whole new one, whatever happens in between. */
final class AtomicFile {

    private AtomicFile() {}

    /** Opens a file for writing. */
    @FunctionalInterface
    interface Opener {

        /** Opens files of the file system. */
        Opener FILES = file -> new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);

        OutputStream open(Path file) throws IOException;
    }

    /** Writes what a file is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Opener opener, Content content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (OutputStream out = opener.open(temporary)) {
                content.writeTo(out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
