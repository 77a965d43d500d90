package io.buyme.catalog;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Tells by the SHA-256, in hexadecimal, whether something is still the same. */
final class ContentHash {

    private ContentHash() {}

    /** Returns the hash of bytes. */
    static String of(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    /** Returns the hash of a file, reading it in small pieces. */
    static String of(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    }
}
