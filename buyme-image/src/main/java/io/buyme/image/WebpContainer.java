package io.buyme.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;

/** WebP (RFC 9649). */
final class WebpContainer implements Container {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private final ByteBuffer bytes;

    WebpContainer(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public ImageReaderSpi reader() {
        return Readers.WEBP;
    }

    @Override
    public byte[] pixelStream() {
        return bytes.array();
    }

    @Override
    public Blocks inspect() throws IOException {
        Optional<ByteBuffer> exif = Optional.empty();
        Optional<ByteBuffer> profile = Optional.empty();
        int position = RIFF_HEADER;
        while (position + CHUNK_HEADER <= bytes.limit()) {
            String type = new String(bytes.array(), position, 4, StandardCharsets.ISO_8859_1);
            int length = bytes.getInt(position + 4);
            if (length < 0 || length > bytes.limit() - position - CHUNK_HEADER) {
                throw new IOException("it is cut short");
            }
            ByteBuffer body = bytes.slice(position + CHUNK_HEADER, length);
            if (type.equals("EXIF")) {
                exif = Optional.of(body);
            } else if (type.equals("ICCP")) {
                profile = Optional.of(body);
            }
            position += CHUNK_HEADER + length + (length & 1);
        }
        return new Blocks(exif, profile);
    }

    @Override
    public boolean isDamage(String warning) {
        return false; // its warnings are about metadata
    }
}
