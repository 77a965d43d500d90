package io.buyme.cli.heldout;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Plays another photo of the same thing: turned a little, closer or farther, out of the middle, mirrored half of the
 * time, in other light. For shops that have one picture of each product only; real second pictures are harder.
 */
final class Retake {

    private static final double MAX_TURN = Math.toRadians(8);
    private static final double LEAST_SCALE = 0.75;
    private static final double MOST_SCALE = 1.1;
    private static final double MAX_SHIFT = 0.06;
    private static final double LIGHT = 0.2;

    private Retake() {}

    static BufferedImage of(BufferedImage picture, Random random) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage retake = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = retake.createGraphics();
        graphics.setColor(new Color(picture.getRGB(0, 0)));
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, camera(width, height, random), null);
        graphics.dispose();
        relight(retake, random);
        return retake;
    }

    private static AffineTransform camera(int width, int height, Random random) {
        double scale = LEAST_SCALE + (MOST_SCALE - LEAST_SCALE) * random.nextDouble();
        AffineTransform camera = new AffineTransform();
        camera.translate(width * (0.5 + MAX_SHIFT * signed(random)), height * (0.5 + MAX_SHIFT * signed(random)));
        camera.rotate(MAX_TURN * signed(random));
        camera.scale(random.nextBoolean() ? scale : -scale, scale);
        camera.translate(-width / 2.0, -height / 2.0);
        return camera;
    }

    /** Makes everything darker or brighter, and each channel a little more so than the others. */
    private static void relight(BufferedImage image, Random random) {
        double light = 1 + LIGHT * signed(random);
        double red = light * (1 + LIGHT / 4 * signed(random));
        double green = light;
        double blue = light * (1 + LIGHT / 4 * signed(random));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int r = scaled(rgb >> 16 & 255, red);
                int g = scaled(rgb >> 8 & 255, green);
                int b = scaled(rgb & 255, blue);
                image.setRGB(x, y, r << 16 | g << 8 | b);
            }
        }
    }

    private static int scaled(int value, double factor) {
        return (int) Math.min(255, Math.round(value * factor));
    }

    private static double signed(Random random) {
        return 2 * random.nextDouble() - 1;
    }
}
