package io.buyme.onnx;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads rows of a part of a picture as {@code 0xRRGGBB}, with the background in place of what is not the article and of
 * what lies beyond the picture.
 */
final class PictureRows {

    private final BufferedImage image;
    private final Optional<Mask> mask;
    private final int left;
    private final int top;
    private final int width;
    /** The columns of a row that lie in the picture; none if the last is not behind the first. */
    private final int firstInside;

    private final int endInside;
    private final int background;
    private final boolean packed;
    private final boolean translucent;

    /**
     * Reads from a picture.
     *
     * @param part on whole pixels; may reach beyond the picture
     */
    PictureRows(BufferedImage image, Optional<Mask> mask, Box part, int background) {
        this.image = image;
        this.mask = mask;
        this.left = (int) part.x();
        this.top = (int) part.y();
        this.width = (int) part.width();
        this.firstInside = Math.max(0, -left);
        this.endInside = Math.min(width, image.getWidth() - left);
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
        if (top + y < 0 || top + y >= image.getHeight() || endInside <= firstInside) {
            Arrays.fill(row, 0, width, background);
            return;
        }
        readInside(y, row);
        if (translucent) {
            for (int x = firstInside; x < endInside; x++) {
                row[x] = onBackground(row[x]);
            }
        }
        Arrays.fill(row, 0, firstInside, background);
        Arrays.fill(row, endInside, width, background);
        mask.ifPresent(m -> leaveOut(m, y, row));
    }

    private void readInside(int y, int[] row) {
        int count = endInside - firstInside;
        if (packed) {
            // Without going through the colour model, which is some ten times slower; it fills the row from its start.
            image.getRaster().getDataElements(left + firstInside, top + y, count, 1, row);
            System.arraycopy(row, 0, row, firstInside, count);
        } else {
            image.getRGB(left + firstInside, top + y, count, 1, row, firstInside, width);
        }
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
