package io.buyme.embed;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SinglePixelPackedSampleModel;

/** Reads rows of a picture as opaque {@code 0xRRGGBB}; what is transparent shows white. */
final class PixelReader {

    private final BufferedImage image;
    private final boolean packed;
    private final boolean translucent;

    PixelReader(BufferedImage image) {
        this.image = image;
        int type = image.getType();
        packed = (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB)
                && image.getRaster().getTransferType() == DataBuffer.TYPE_INT
                && image.getSampleModel() instanceof SinglePixelPackedSampleModel;
        translucent = image.getColorModel().hasAlpha();
    }

    /** Reads {@code row.length} pixels at most, from column {@code x} of row {@code y}. */
    void read(int x, int y, int width, int[] row) {
        if (packed) {
            // Without going through the colour model, which is some ten times slower.
            image.getRaster().getDataElements(x, y, width, 1, row);
        } else {
            image.getRGB(x, y, width, 1, row, 0, width);
        }
        for (int i = 0; translucent && i < width; i++) {
            row[i] = onWhite(row[i]);
        }
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = (argb >> shift) & 0xFF;
            rgb |= ((value * alpha + 255 * (255 - alpha) + 127) / 255) << shift;
        }
        return rgb;
    }
}
