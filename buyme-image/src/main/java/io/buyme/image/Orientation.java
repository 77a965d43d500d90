package io.buyme.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Which way up a camera was held (EXIF 2.32, tag 0x0112): values 1 to 8 in this order. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_180(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_LEFT(true, true, false),
    TRANSVERSED(true, true, true),
    TURNED_RIGHT(true, false, true);

    private final boolean swapsAxes;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapsAxes whether upright columns are stored as rows
     * @param fromRight whether what is upright on the right is stored first
     * @param fromBottom whether what is upright at the bottom is stored first
     */
    Orientation(boolean swapsAxes, boolean fromRight, boolean fromBottom) {
        this.swapsAxes = swapsAxes;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Returns the orientation that a TIFF structure tells; upright if it tells none. */
    static Orientation of(ByteBuffer exif) {
        int start = exif.arrayOffset();
        byte[] tiff = Arrays.copyOfRange(exif.array(), start, start + exif.limit());
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(tiff), metadata);
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                .filter(value -> value != null && value >= 1 && value <= values().length)
                .map(value -> values()[value - 1])
                .findFirst()
                .orElse(UPRIGHT);
    }

    /** Returns the picture upright; a TYPE_INT_RGB picture in, the same one or a new one out. */
    BufferedImage upright(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swapsAxes ? stored.getHeight() : stored.getWidth();
        int height = swapsAxes ? stored.getWidth() : stored.getHeight();
        int[] from = RgbPixels.of(stored);
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = RgbPixels.of(upright);
        for (int y = 0, i = 0; y < height; y++) {
            int row = fromBottom ? height - 1 - y : y;
            for (int x = 0; x < width; x++, i++) {
                int column = fromRight ? width - 1 - x : x;
                to[i] = swapsAxes ? from[column * height + row] : from[row * width + column];
            }
        }
        return upright;
    }
}
