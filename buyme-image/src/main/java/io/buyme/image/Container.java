package io.buyme.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;

/** An encoded picture, taken apart as far as its reader cannot be trusted with it. */
interface Container {

    /** Returns what reads the pixels of this picture. */
    ImageReaderSpi reader();

    /** Returns the bytes that the reader is to be given; only to be read. */
    byte[] pixelStream();

    /**
     * Finds damage that the reader would pass over, and the blocks beside the pixels.
     *
     * @throws IOException if the picture is damaged; the message says in what way
     */
    Blocks inspect() throws IOException;

    /** Tells whether a reader's warning means that pixels are missing or wrong. */
    boolean isDamage(String warning);

    /**
     * What a file may hold beside its pixels.
     *
     * @param exif a TIFF structure
     * @param profile an ICC profile
     */
    record Blocks(Optional<ByteBuffer> exif, Optional<ByteBuffer> profile) {

        static final Blocks NONE = new Blocks(Optional.empty(), Optional.empty());
    }

    /** Opens a container. */
    static Container of(Format format, byte[] bytes) throws IOException {
        return switch (format) {
            case JPEG -> new JpegContainer(bytes);
            case PNG -> new PngContainer(bytes);
            case WEBP -> new WebpContainer(bytes);
            case GIF -> new PlainContainer(Readers.GIF, bytes);
            case BMP -> PlainContainer.ofBmp(bytes);
        };
    }
}
