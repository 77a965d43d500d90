package io.buyme.testkit.lookbook;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What is behind a person: a studio, a room or an out-of-focus street. Painted small and enlarged, which blurs it. */
final class Background {

    private static final List<Integer> STUDIOS =
            List.of(0xE4E2DE, 0xD8DCE0, 0xE9E1D6, 0xC9CED2, 0xDCD3C8, 0xBFC7C4, 0xE6D9D4);
    private static final List<Integer> FLOORS = List.of(0xA98D6E, 0x8C7A66, 0xB8B2A8, 0x77716B, 0xC4AE90);
    private static final List<Integer> FACADES =
            List.of(0x9A8F86, 0xB7A893, 0x8A5B48, 0x6E7780, 0xC2BDB2, 0x7E8A84, 0xA59A8E);

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final double floor;
    private final Dice dice;

    private Background(BufferedImage image, double floor, Dice dice) {
        this.g = image.createGraphics();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.floor = floor;
        this.dice = dice;
    }

    /**
     * Paints a background.
     *
     * @param horizon height at which the floor begins, as a share of the picture
     */
    static BufferedImage paint(int width, int height, double horizon, Dice dice) {
        int style = dice.below(10);
        int shrink = style < 6 ? 4 : 14;
        BufferedImage small = new BufferedImage(width / shrink, height / shrink, BufferedImage.TYPE_INT_RGB);
        Background background = new Background(small, horizon * small.getHeight(), dice);
        if (style < 4) {
            background.studio();
        } else if (style < 6) {
            background.room();
        } else {
            background.street();
        }
        background.g.dispose();
        return enlarge(small, width, height);
    }

    private static BufferedImage enlarge(BufferedImage small, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(small, 0, 0, width, height, null);
        g.dispose();
        return image;
    }

    private void studio() {
        int paper = dice.pick(STUDIOS);
        g.setPaint(gradient(0, Colors.scale(paper, 0.93), floor, paper));
        g.fill(new Rectangle2D.Double(0, 0, width, floor + 1));
        g.setPaint(gradient(floor, Colors.scale(paper, 0.97), height, Colors.scale(paper, 0.86)));
        g.fill(new Rectangle2D.Double(0, floor, width, height));
        glow(dice.between(0.3, 0.7) * width, height * 0.35, height * 0.6, 0.35);
    }

    private void room() {
        int wall = Colors.mix(dice.pick(STUDIOS), Palette.any(dice), 0.22);
        g.setPaint(gradient(0, Colors.scale(wall, 0.95), height, Colors.scale(wall, 1.03)));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        glow(dice.between(0, 1) * width, height * 0.2, height * 0.5, 0.25);
        int boards = dice.pick(FLOORS);
        g.setPaint(gradient(floor, Colors.scale(boards, 0.9), height, Colors.scale(boards, 1.08)));
        g.fill(new Rectangle2D.Double(0, floor, width, height));
        g.setColor(Colors.pen(Colors.scale(wall, 1.1), 1));
        g.fill(new Rectangle2D.Double(0, floor - height * 0.022, width, height * 0.022));
        if (dice.chance(0.5)) {
            picture();
        }
    }

    private void picture() {
        double x = dice.chance(0.5) ? width * 0.06 : width * 0.76;
        double y = height * dice.between(0.12, 0.25);
        g.setColor(Colors.pen(0x4A3D30, 1));
        g.fill(new Rectangle2D.Double(x, y, width * 0.2, height * 0.17));
        g.setColor(Colors.pen(Palette.any(dice), 0.6));
        g.fill(new Rectangle2D.Double(x + 2, y + 2, width * 0.2 - 4, height * 0.17 - 4));
    }

    private void street() {
        g.setPaint(gradient(0, 0xDDE4EA, floor, 0xB9BCBC));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        for (double x = -4; x < width; ) {
            double w = dice.between(5, 13);
            double top = height * dice.between(-0.1, 0.3);
            g.setColor(Colors.pen(Colors.scale(dice.pick(FACADES), dice.between(0.8, 1.1)), 1));
            g.fill(new Rectangle2D.Double(x, top, w, floor - top));
            windows(x, w, top);
            x += w;
        }
        int asphalt = Colors.scale(0x8D8B88, dice.between(0.85, 1.15));
        g.setPaint(gradient(floor, Colors.scale(asphalt, 0.92), height, Colors.scale(asphalt, 1.12)));
        g.fill(new Rectangle2D.Double(0, floor, width, height));
        lights();
    }

    private void windows(double x, double w, double top) {
        g.setColor(Colors.pen(0x39424C, 0.45));
        for (double y = top + 3; y < floor - 6; y += 5) {
            g.fill(new Rectangle2D.Double(x + w * 0.2, y, w * 0.22, 2.6));
            g.fill(new Rectangle2D.Double(x + w * 0.6, y, w * 0.22, 2.6));
        }
    }

    private void lights() {
        for (int i = dice.below(6); i > 0; i--) {
            double r = dice.between(0.8, 2);
            g.setColor(Colors.pen(0xFFF0C8, dice.between(0.2, 0.5)));
            g.fill(new Ellipse2D.Double(dice.between(0, width), dice.between(0.1, 0.8) * floor, 2 * r, 2 * r));
        }
    }

    private void glow(double x, double y, double radius, double alpha) {
        Color[] colors = {Colors.pen(0xFFFFFF, alpha), Colors.pen(0xFFFFFF, 0)};
        g.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 1}, colors));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    private static GradientPaint gradient(double fromY, int from, double toY, int to) {
        return new GradientPaint(0, (float) fromY, Colors.pen(from, 1), 0, (float) toY, Colors.pen(to, 1));
    }
}
