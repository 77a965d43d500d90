package io.buyme.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.spi.ImageReaderSpi;

/** A picture of a format without profiles or EXIF that are worth reading. */
final class PlainContainer implements Container {

    private static final int BMP_COLORS_USED = 46;
    private static final int MAX_COLORS = 256;

    private final ImageReaderSpi reader;
    private final byte[] bytes;

    PlainContainer(ImageReaderSpi reader, byte[] bytes) {
        this.reader = reader;
        this.bytes = bytes;
    }

    /** The JDK's BMP reader allocates as long a palette as the header says, up to gigabytes. */
    static Container ofBmp(byte[] bytes) throws IOException {
        if (bytes.length >= BMP_COLORS_USED + 4) {
            ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            boolean hasColorsUsed = header.getInt(14) >= 40;
            long colors = Integer.toUnsignedLong(header.getInt(BMP_COLORS_USED));
            if (hasColorsUsed && colors > MAX_COLORS) {
                throw new IOException("its palette has " + colors + " colors, more than " + MAX_COLORS);
            }
        }
        return new PlainContainer(Readers.BMP, bytes);
    }

    @Override
    public ImageReaderSpi reader() {
        return reader;
    }

    @Override
    public byte[] pixelStream() {
        return bytes;
    }

    @Override
    public Blocks inspect() {
        return Blocks.NONE;
    }

    @Override
    public boolean isDamage(String warning) {
        return true;
    }
}
