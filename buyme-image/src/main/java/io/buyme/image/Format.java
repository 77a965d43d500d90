package io.buyme.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A file format that can be decoded, told by its first bytes. */
enum Format {
    JPEG(0, "\u00ff\u00d8\u00ff"),
    PNG(0, "\u0089PNG\r\n\u001a\n"),
    WEBP(8, "WEBP"),
    GIF(0, "GIF8"),
    BMP(0, "BM");

    private final int offset;
    private final String magic;

    Format(int offset, String magic) {
        this.offset = offset;
        this.magic = magic;
    }

    /** Returns the format of these bytes, whatever their file is called. */
    static Optional<Format> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(format -> hasAt(bytes, format.offset, format.magic))
                .findFirst();
    }

    /** Returns in words what bytes of no known format seem to be. */
    static String describe(byte[] bytes) {
        if (hasAt(bytes, 4, "ftyp")) {
            return hasAt(bytes, 8, "avi") ? "an AVIF picture" : "a HEIC picture or a video";
        }
        if (hasAt(bytes, 0, "II*\0") || hasAt(bytes, 0, "MM\0*")) {
            return "a TIFF or camera raw picture";
        }
        if (hasAt(bytes, 0, "%PDF")) {
            return "a PDF document";
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1).strip();
        if (start.startsWith("<")) {
            return "an HTML, SVG or XML text";
        }
        boolean text = start.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
        return text ? "a text" : "bytes of an unknown kind";
    }

    private static boolean hasAt(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
