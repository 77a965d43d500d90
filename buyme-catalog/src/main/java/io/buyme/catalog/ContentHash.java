package io.buyme.catalog;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Tells whether a file is still the same. */
final class ContentHash {

    private ContentHash() {}

    /** Returns the SHA-256 of a file in hexadecimal, reading it in small pieces. */
    static String of(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    }
}
