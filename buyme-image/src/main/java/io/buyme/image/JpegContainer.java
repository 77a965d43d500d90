package io.buyme.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.spi.ImageReaderSpi;

/**
 * JPEG (ITU-T T.81). The reader gets only the segments that pixels need: the JDK's one is slow with an ICC profile, and
 * refuses whole pictures for a wrong byte in a block that does not matter.
 */
final class JpegContainer implements Container {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

    /** Many times what encoders make. Each scan may cost as much time as a picture, however few bytes it has. */
    private static final int MAX_SCANS = 100;

    private final ByteBuffer bytes;
    private final ByteArrayOutputStream stripped;
    private final Map<Integer, ByteBuffer> profileParts = new TreeMap<>();
    private Optional<ByteBuffer> exif = Optional.empty();
    private int profilePartCount;
    private int precision;
    private int components;
    private int process;

    JpegContainer(byte[] bytes) throws IOException {
        this.bytes = ByteBuffer.wrap(bytes);
        this.stripped = new ByteArrayOutputStream(bytes.length);
        int scan = readSegments();
        if (components == 0) {
            throw new IOException("it has no frame header");
        }
        requireFewScans(scan);
        stripped.write(bytes, scan, bytes.length - scan);
    }

    /** Reads up to the first scan, and returns where that starts. */
    private int readSegments() throws IOException {
        stripped.write(0xff);
        stripped.write(0xd8);
        int position = 2;
        while (position + 4 <= bytes.limit()) {
            int marker = unsigned(position + 1);
            if (unsigned(position) != 0xff || marker == 0xff) {
                position++; // fill bytes, and rubbish as decoders tolerate it between segments
                continue;
            }
            if (marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                position += 2;
                continue;
            }
            if (marker == 0xda) {
                return position;
            }
            int length = bytes.getShort(position + 2) & 0xffff;
            int end = position + 2 + length;
            if (marker == 0xd9 || length < 2 || end > bytes.limit()) {
                throw new IOException("its header is cut short");
            }
            segment(marker, bytes.slice(position + 4, length - 2));
            if (isNeeded(marker, position + 4, end)) {
                stripped.write(bytes.array(), position, end - position);
            }
            position = end;
        }
        throw new IOException("it ends before its pixels");
    }

    private void requireFewScans(int first) throws IOException {
        int scans = 0;
        int position = first;
        while (position + 4 <= bytes.limit()) {
            int marker = unsigned(position + 1);
            if (unsigned(position) != 0xff || marker < 0xc0 || marker == 0xff || (marker & 0xf8) == 0xd0) {
                position++; // pixels, among which only markers begin like this
                continue;
            }
            if (marker == 0xd9) {
                return;
            }
            if (marker == 0xda && ++scans > MAX_SCANS) {
                throw new IOException("it has more than " + MAX_SCANS + " scans");
            }
            position += 2 + Math.max(2, bytes.getShort(position + 2) & 0xffff);
        }
    }

    private void segment(int marker, ByteBuffer body) throws IOException {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            if (body.limit() < 6) {
                throw new IOException("its frame header is cut short");
            }
            process = marker - 0xc0;
            precision = body.get(0);
            components = body.get(5) & 0xff;
        } else if (marker == 0xe1 && startsWith(body, EXIF) && exif.isEmpty()) {
            exif = Optional.of(body.slice(EXIF.length, body.limit() - EXIF.length));
        } else if (marker == 0xe2 && startsWith(body, ICC) && body.limit() > ICC.length + 2) {
            int number = body.get(ICC.length) & 0xff;
            profilePartCount = body.get(ICC.length + 1) & 0xff;
            profileParts.putIfAbsent(number, body.slice(ICC.length + 2, body.limit() - ICC.length - 2));
        }
    }

    /** Of the application segments only JFIF and Adobe tell something about pixels: in which colors they are. */
    private boolean isNeeded(int marker, int start, int end) {
        boolean application = marker >= 0xe0 && marker <= 0xef;
        boolean comment = marker == 0xfe;
        return !(application || comment)
                || marker == 0xee
                || (marker == 0xe0 && startsWith(bytes.slice(start, end - start), JFIF));
    }

    /** Baseline, extended and progressive Huffman coding of 8 bit grey or color is what the JDK reads. */
    private boolean isPlain() {
        return process <= 2 && precision == 8 && (components == 1 || components == 3);
    }

    @Override
    public ImageReaderSpi reader() {
        return isPlain() ? Readers.JPEG : Readers.ANY_JPEG;
    }

    @Override
    public byte[] pixelStream() {
        return isPlain() ? stripped.toByteArray() : bytes.array();
    }

    @Override
    public Blocks inspect() {
        // The reader of CMYK applies its profile itself.
        return new Blocks(exif, components == 3 ? profile() : Optional.empty());
    }

    private Optional<ByteBuffer> profile() {
        if (profileParts.isEmpty() || profileParts.size() != profilePartCount) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        profileParts.values().forEach(part -> whole.write(part.array(), part.arrayOffset(), part.limit()));
        return Optional.of(ByteBuffer.wrap(whole.toByteArray()));
    }

    /**
     * Cameras leave stray bytes before markers, and some no end marker: harmless, except that a progressive picture
     * without its end may lack whole scans.
     */
    @Override
    public boolean isDamage(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        boolean progressive = process == 2;
        return words.contains("premature end of data")
                || words.contains("bad huffman code")
                || (progressive && (words.contains("eoi") || words.contains("premature end")));
    }

    private int unsigned(int position) {
        return bytes.get(position) & 0xff;
    }

    private static boolean startsWith(ByteBuffer body, byte[] prefix) {
        return body.limit() >= prefix.length && body.slice(0, prefix.length).equals(ByteBuffer.wrap(prefix));
    }
}
