package io.buyme.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.spi.ImageReaderSpi;

/** PNG (W3C Recommendation, third edition). The JDK's reader neither checks sums nor applies profiles. */
final class PngContainer implements Container {

    private static final int SIGNATURE = 8;
    private static final int MAX_PROFILE = 4 << 20;

    private final ByteBuffer bytes;

    PngContainer(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public ImageReaderSpi reader() {
        return Readers.PNG;
    }

    @Override
    public byte[] pixelStream() {
        return bytes.array();
    }

    @Override
    public Blocks inspect() throws IOException {
        Optional<ByteBuffer> exif = Optional.empty();
        Optional<ByteBuffer> profile = Optional.empty();
        int position = SIGNATURE;
        while (position + 12 <= bytes.limit()) {
            int length = bytes.getInt(position);
            if (length < 0 || length > bytes.limit() - position - 12) {
                break;
            }
            String type = new String(bytes.array(), position + 4, 4, StandardCharsets.ISO_8859_1);
            boolean critical = Character.isUpperCase(type.charAt(0));
            if (critical && !sumIsRight(position + 4, length + 4)) {
                throw new IOException("the checksum of its " + type + " chunk is wrong");
            }
            ByteBuffer body = bytes.slice(position + 8, length);
            switch (type) {
                case "IEND" -> {
                    return new Blocks(exif, profile);
                }
                case "eXIf" -> exif = Optional.of(body);
                case "iCCP" -> profile = profile(body);
                default -> {}
            }
            position += length + 12;
        }
        throw new IOException("it is cut short");
    }

    private boolean sumIsRight(int position, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), position, length);
        return (int) sum.getValue() == bytes.getInt(position + length);
    }

    /** A name, a zero, the compression method, then the compressed profile. */
    private static Optional<ByteBuffer> profile(ByteBuffer body) {
        int name = 0;
        while (name < body.limit() && body.get(name) != 0) {
            name++;
        }
        int start = name + 2;
        if (start >= body.limit()) {
            return Optional.empty();
        }
        InputStream packed = new ByteArrayInputStream(body.array(), body.arrayOffset() + start, body.limit() - start);
        try (InputStream in = new InflaterInputStream(packed)) {
            return Optional.of(ByteBuffer.wrap(in.readNBytes(MAX_PROFILE)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isDamage(String warning) {
        return false; // its warnings are about text and profiles
    }
}
