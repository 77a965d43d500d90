package io.buyme.catalog.explain;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.image.Thumbnails;
import java.awt.image.BufferedImage;

/** Draws a map over its picture: pale where nothing carried the similarity, from yellow to red where much did. */
public final class HeatMapPicture {

    private static final int PAPER = 0xF7F5F2;
    private static final int WARM = 0xFFC53D;
    private static final int HOT = 0xD8212F;

    /** Of what is beside the mask, so much is paper: the embedder did not see it. */
    private static final double UNSEEN = 0.8;

    private static final double COLD_GRAY = 0.75;
    private static final double COLD_PAPER = 0.35;
    private static final double TINT = 0.72;

    /** Cells that carried less than this share of the most are left cold: such differences are chance. */
    private static final double LEAST = 0.12;

    private HeatMapPicture() {}

    /**
     * Returns the picture under its map.
     *
     * @param longestSide in pixels at most; a smaller picture stays as it is
     * @return a new TYPE_INT_RGB picture
     * @throws IllegalArgumentException if {@code longestSide} is less than one
     */
    public static BufferedImage draw(Crop crop, SimilarityMap map, int longestSide) {
        BufferedImage small = Thumbnails.fit(crop.image(), longestSide);
        double scaleX = (double) crop.image().getWidth() / small.getWidth();
        double scaleY = (double) crop.image().getHeight() / small.getHeight();
        double most =
                map.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Mask.PixelTest seen =
                crop.mask().<Mask.PixelTest>map(mask -> mask::contains).orElse((x, y) -> true);
        BufferedImage drawn = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                double atX = (x + 0.5) * scaleX;
                double atY = (y + 0.5) * scaleY;
                boolean visible = seen.test((int) atX, (int) atY);
                double heat = most > 0 ? heat(map.at(atX, atY) / most) : 0;
                int rgb = small.getRGB(x, y);
                drawn.setRGB(x, y, visible ? heated(rgb, heat) : blend(gray(rgb), PAPER, UNSEEN));
            }
        }
        return drawn;
    }

    /** Returns the color of heat on its own, for legends. */
    static int colorOf(double heat) {
        return heated(PAPER, heat);
    }

    private static double heat(double share) {
        return Math.max(0, Math.min(1, (share - LEAST) / (1 - LEAST)));
    }

    private static int heated(int rgb, double heat) {
        int cold = blend(blend(rgb, gray(rgb), COLD_GRAY), PAPER, COLD_PAPER);
        int base = blend(cold, rgb, heat);
        int tint = blend(WARM, HOT, heat);
        return blend(base, tint, TINT * Math.sqrt(heat));
    }

    /** Luma of ITU-R BT.601. */
    private static int gray(int rgb) {
        int luma = (299 * ((rgb >> 16) & 0xff) + 587 * ((rgb >> 8) & 0xff) + 114 * (rgb & 0xff)) / 1000;
        return luma * 0x010101;
    }

    private static int blend(int from, int to, double share) {
        int blended = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (from >> shift) & 0xff;
            int b = (to >> shift) & 0xff;
            blended |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return blended;
    }
}
