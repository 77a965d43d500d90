package io.buyme.image;

import java.awt.image.BufferedImage;

/** Makes pictures smaller without the moiré of plain sampling. */
public final class Thumbnails {

    private Thumbnails() {}

    /**
     * Returns the picture reduced so that its longer side has at most this many pixels, each the average of the area
     * that it covers. Transparent pictures end up on white.
     *
     * @return a TYPE_INT_RGB picture; the given one itself if it is of that type and small enough
     * @throws IllegalArgumentException if {@code longestSide} is less than one
     */
    public static BufferedImage fit(BufferedImage image, int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("the longest side must be at least 1, got " + longestSide);
        }
        BufferedImage rgb = RgbPixels.opaque(image);
        int longest = Math.max(rgb.getWidth(), rgb.getHeight());
        if (longest <= longestSide) {
            return rgb;
        }
        int width = Math.max(1, (int) Math.round((double) rgb.getWidth() * longestSide / longest));
        int height = Math.max(1, (int) Math.round((double) rgb.getHeight() * longestSide / longest));
        return reduce(rgb, width, height);
    }

    /** Sums up the source row by row, so that memory is for one row of sums only. */
    private static BufferedImage reduce(BufferedImage source, int width, int height) {
        double rowsPerRow = (double) source.getHeight() / height;
        double columnsPerColumn = (double) source.getWidth() / width;
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[source.getWidth()];
        float[] sums = new float[width * 3];
        for (int y = 0; y < height; y++) {
            double top = y * rowsPerRow;
            double bottom = Math.min(top + rowsPerRow, source.getHeight());
            for (int line = (int) top; line < bottom; line++) {
                source.getRGB(0, line, row.length, 1, row, 0, row.length);
                double share = Math.min(line + 1, bottom) - Math.max(line, top);
                addRow(row, columnsPerColumn, (float) share, sums);
            }
            writeRow(reduced, y, sums, (float) (1 / (rowsPerRow * columnsPerColumn)));
        }
        return reduced;
    }

    private static void addRow(int[] row, double columnsPerColumn, float rowShare, float[] sums) {
        for (int x = 0, at = 0; at < sums.length; x++, at += 3) {
            double left = x * columnsPerColumn;
            double right = Math.min(left + columnsPerColumn, row.length);
            for (int column = (int) left; column < right; column++) {
                float share = rowShare * (float) (Math.min(column + 1, right) - Math.max(column, left));
                int rgb = row[column];
                sums[at] += share * ((rgb >> 16) & 0xff);
                sums[at + 1] += share * ((rgb >> 8) & 0xff);
                sums[at + 2] += share * (rgb & 0xff);
            }
        }
    }

    private static void writeRow(BufferedImage reduced, int y, float[] sums, float scale) {
        for (int x = 0, at = 0; at < sums.length; x++, at += 3) {
            int rgb = 0;
            for (int band = 0; band < 3; band++) {
                rgb = (rgb << 8) | Math.min(255, Math.round(sums[at + band] * scale));
                sums[at + band] = 0;
            }
            reduced.setRGB(x, y, rgb);
        }
    }
}
