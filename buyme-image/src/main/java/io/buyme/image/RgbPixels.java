package io.buyme.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/** Pictures of any pixel layout as TYPE_INT_RGB, with their numbers as they are: no color conversion. */
final class RgbPixels {

    private RgbPixels() {}

    /** Returns the pixels of a TYPE_INT_RGB picture, row by row: not a copy. */
    static int[] of(BufferedImage rgb) {
        return ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    }

    /** Returns the picture as TYPE_INT_RGB, on white where it is transparent. */
    static BufferedImage opaque(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        if (mustKeepNumbers(model)) {
            copySamples(image.getRaster(), model, of(rgb));
        } else {
            drawOnWhite(image, rgb);
        }
        return rgb;
    }

    /**
     * Java2D would convert from the color space of the model: wrong for grey, which it takes for linear light, and too
     * early for colors with a profile.
     */
    private static boolean mustKeepNumbers(ColorModel model) {
        int type = model.getColorSpace().getType();
        return model instanceof ComponentColorModel
                && !model.isAlphaPremultiplied()
                && (type == ColorSpace.TYPE_GRAY
                        || (type == ColorSpace.TYPE_RGB
                                && (!model.getColorSpace().isCS_sRGB() || model.getComponentSize(0) != 8)));
    }

    private static void drawOnWhite(BufferedImage image, BufferedImage rgb) {
        Graphics2D graphics = rgb.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            if (image.getColorModel().hasAlpha()) {
                graphics.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
            }
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
    }

    private static void copySamples(Raster raster, ColorModel model, int[] rgb) {
        int bands = raster.getNumBands();
        int colors = model.getNumColorComponents();
        int max = (1 << model.getComponentSize(0)) - 1;
        int green = colors == 3 ? 1 : 0;
        int blue = colors == 3 ? 2 : 0;
        int width = raster.getWidth();
        int[] row = new int[width * bands];
        for (int y = 0, i = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int at = 0; at < row.length; at += bands, i++) {
                int alpha = model.hasAlpha() ? row[at + colors] : max;
                rgb[i] = (onWhite(row[at], alpha, max) << 16)
                        | (onWhite(row[at + green], alpha, max) << 8)
                        | onWhite(row[at + blue], alpha, max);
            }
        }
    }

    private static int onWhite(int sample, int alpha, int max) {
        long value = (long) sample * alpha + (long) max * (max - alpha);
        long full = (long) max * max;
        return (int) ((value * 255 + full / 2) / full);
    }
}
