package io.buyme.pose;

import io.buyme.api.Box;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;

/**
 * The rectangle of a photo that a top-down network looks at, and how its pixels lie in the photo: the one in column c and
 * row r has its middle at ({@code left} + c {@code across}, {@code top} + r {@code down}). Pixels of the photo have their
 * middles at halves.
 *
 * <p>Networks of the kind of HRNet (Sun et al. 2019) are trained on such crops: the person's box, made as wide for its
 * height as the input, then a quarter larger, with its middle in the middle of the input. Middles of pixels are mapped to
 * middles of pixels, so a position comes back where it was; the affine matrices of HRNet's own code take the corner of a
 * pixel for its middle, which moves the picture by half a pixel of the input at most.
 *
 * @param left middle of the first column, in pixels of the photo
 * @param top middle of the first row, in pixels of the photo
 * @param across from column to column, in pixels of the photo; negative in a mirror
 * @param down from row to row, in pixels of the photo
 * @param width columns
 * @param height rows
 */
record PersonCrop(double left, double top, double across, double down, int width, int height) {

    /** Networks are trained with this much room around the person. */
    private static final double MARGIN = 1.25;

    /** Means and standard deviations of red, green and blue in ImageNet, of 255. */
    private static final float[] MEANS = {123.675f, 116.28f, 103.53f};

    private static final float[] DEVIATIONS = {58.395f, 57.12f, 57.375f};

    /** Returns the crop of a person for an input of this many pixels. */
    static PersonCrop around(Box person, int width, int height) {
        double step = MARGIN * Math.max(person.width() / width, person.height() / height);
        return new PersonCrop(
                person.centerX() - step * (width - 1) / 2,
                person.centerY() - step * (height - 1) / 2,
                step,
                step,
                width,
                height);
    }

    /**
     * Returns this crop in a mirror that lets positions every {@code stride} pixels, counted from the first column, fall
     * upon such positions. Then the mirrored answer of a network, read backwards, lies exactly upon the other one; a plain
     * mirror would move it by {@code stride} - 1 pixels, of which HRNet's own code makes up for all but one.
     */
    PersonCrop mirrored(double stride) {
        return new PersonCrop(left + across * (width - stride), top, -across, down, width, height);
    }

    /** Returns the column in the photo of a column of the crop. */
    double photoX(double column) {
        return left + across * column;
    }

    /** Returns the row in the photo of a row of the crop. */
    double photoY(double row) {
        return top + down * row;
    }

    /** Puts the pixels into a buffer as networks trained on ImageNet take them: all of red, of green, of blue. */
    void read(BufferedImage photo, FloatBuffer planes) {
        PixelGrid grid = PixelGrid.of(photo, surrounding(), Math.max(width, height));
        float[] color = new float[MEANS.length];
        int plane = width * height;
        for (int row = 0, at = 0; row < height; row++) {
            for (int column = 0; column < width; column++, at++) {
                grid.color(photoX(column), photoY(row), color);
                for (int channel = 0; channel < color.length; channel++) {
                    planes.put(channel * plane + at, (color[channel] - MEANS[channel]) / DEVIATIONS[channel]);
                }
            }
        }
    }

    private Region surrounding() {
        return new Region(photoX((width - 1) / 2.0), photoY((height - 1) / 2.0), down * Math.max(width, height), 0);
    }
}
