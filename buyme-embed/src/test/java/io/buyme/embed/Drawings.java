package io.buyme.embed;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Random;

/** Pieces of cloth with a known pattern, in the outline of a shirt, with folds, light from one side and noise. */
final class Drawings {

    static final int WIDTH = 240;
    static final int HEIGHT = 300;

    /** The colour of the cloth, lying flat and evenly lit, at a point. */
    @FunctionalInterface
    interface Cloth {
        Color at(double x, double y);
    }

    private Drawings() {}

    static Cloth plain(Color color) {
        return (x, y) -> color;
    }

    static Cloth stripes(Color one, Color other, double period, double degrees) {
        double dx = Math.cos(Math.toRadians(degrees));
        double dy = Math.sin(Math.toRadians(degrees));
        return (x, y) -> Math.floorMod((long) Math.floor((x * dx + y * dy) / period * 2), 2) == 0 ? one : other;
    }

    static Cloth checks(Color one, Color other, double period) {
        Color between = mix(one, other);
        return (x, y) -> {
            boolean column = Math.floorMod((long) Math.floor(x / period * 2), 2) == 0;
            boolean row = Math.floorMod((long) Math.floor(y / period * 2), 2) == 0;
            return column && row ? one : column || row ? between : other;
        };
    }

    static Cloth dots(Color dot, Color ground, double period) {
        return (x, y) -> {
            double row = Math.floor(y / period);
            double shift = row % 2 == 0 ? 0 : period / 2;
            double dx = Math.IEEEremainder(x + shift, period);
            double dy = y - (row + 0.5) * period;
            return Math.hypot(dx, dy) < period * 0.27 ? dot : ground;
        };
    }

    static Cloth blotches(Color one, Color other, long seed) {
        Random random = new Random(seed);
        double[][] waves = new double[9][3];
        for (double[] wave : waves) {
            wave[0] = random.nextGaussian() * 0.13;
            wave[1] = random.nextGaussian() * 0.13;
            wave[2] = random.nextDouble() * 7;
        }
        return (x, y) -> {
            double sum = 0;
            for (double[] wave : waves) {
                sum += Math.sin(x * wave[0] + y * wave[1] + wave[2]);
            }
            return sum > 0.6 ? one : other;
        };
    }

    /** Returns a shirt of this cloth with its exact mask, in front of a plain wall. */
    static Crop worn(Cloth cloth) {
        return new Crop(
                draw(cloth, new Color(0x9A9488), 0.25), Optional.of(outline()), Optional.of(SuperCategory.UPPER));
    }

    /** Returns a shirt of this cloth on a white ground, without a mask. */
    static Crop product(Cloth cloth) {
        return Crop.ofProduct(draw(cloth, Color.WHITE, 0.08), SuperCategory.UPPER);
    }

    static Mask outline() {
        return Mask.of(WIDTH, HEIGHT, Drawings::inOutline);
    }

    private static boolean inOutline(int x, int y) {
        double fromCenter = Math.abs(x - WIDTH / 2.0) / WIDTH;
        boolean torso = fromCenter < 0.27 && y > 22 && y < HEIGHT - 18;
        boolean sleeve = fromCenter < 0.44 && y > 25 + 60 * fromCenter && y < 120;
        boolean neck = Math.hypot(x - WIDTH / 2.0, y - 20) < 24;
        return (torso || sleeve) && !neck;
    }

    private static BufferedImage draw(Cloth cloth, Color ground, double shading) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(7);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean article = inOutline(x, y);
                double bend = 2 * Math.sin(x / 31.0 + y / 67.0);
                Color color = article ? cloth.at(x + bend, y + 1.5 * bend) : ground;
                double fold = Math.sin(x / 13.0 + y / 39.0) * Math.sin(y / 57.0 + 1);
                double light = article ? 1 - shading * (0.5 - 0.5 * fold) - shading * x / WIDTH : 1;
                image.setRGB(x, y, lit(color, light, 2.5 * noise.nextGaussian()));
            }
        }
        return image;
    }

    private static int lit(Color color, double light, double noise) {
        return new Color(
                        clamp(color.getRed() * light + noise),
                        clamp(color.getGreen() * light + noise),
                        clamp(color.getBlue() * light + noise))
                .getRGB();
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static Color mix(Color one, Color other) {
        return new Color(
                (one.getRed() + other.getRed()) / 2,
                (one.getGreen() + other.getGreen()) / 2,
                (one.getBlue() + other.getBlue()) / 2);
    }
}
