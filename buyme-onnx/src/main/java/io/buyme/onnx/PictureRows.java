package io.buyme.onnx;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Optional;

/** Reads rows of a part of a picture as {@code 0xRRGGBB}, with the background in place of what is not the article. */
final class PictureRows {

    private final BufferedImage image;
    private final Optional<Mask> mask;
    private final int left;
    private final int top;
    private final int width;
    private final int background;
    private final boolean packed;
    private final boolean translucent;

    /**
     * Reads from a picture.
     *
     * @param part inside the picture, on whole pixels
     */
    PictureRows(BufferedImage image, Optional<Mask> mask, Box part, int background) {
        this.image = image;
        this.mask = mask;
        this.left = (int) part.x();
        this.top = (int) part.y();
        this.width = (int) part.width();
        this.background = background;
        int type = image.getType();
        this.packed = (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB)
                && image.getRaster().getTransferType() == DataBuffer.TYPE_INT
                && image.getSampleModel() instanceof SinglePixelPackedSampleModel;
        this.translucent = image.getColorModel().hasAlpha();
    }

    int width() {
        return width;
    }

    /** Reads one row of the part, counted from its top. */
    void read(int y, int[] row) {
        if (packed) {
            // Without going through the colour model, which is some ten times slower.
            image.getRaster().getDataElements(left, top + y, width, 1, row);
        } else {
            image.getRGB(left, top + y, width, 1, row, 0, width);
        }
        if (translucent) {
            for (int x = 0; x < width; x++) {
                row[x] = onBackground(row[x]);
            }
        }
        mask.ifPresent(m -> leaveOut(m, y, row));
    }

    private void leaveOut(Mask article, int y, int[] row) {
        for (int x = 0; x < width; x++) {
            if (!article.contains(left + x, top + y)) {
                row[x] = background;
            }
        }
    }

    private int onBackground(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int front = (argb >> shift) & 0xFF;
            int back = (background >> shift) & 0xFF;
            rgb |= ((front * alpha + back * (255 - alpha) + 127) / 255) << shift;
        }
        return rgb;
    }
}
