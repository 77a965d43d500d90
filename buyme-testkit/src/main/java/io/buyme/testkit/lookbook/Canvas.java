package io.buyme.testkit.lookbook;

import io.buyme.api.Mask;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A picture in the making that knows for each pixel what is seen there: later pieces hide earlier ones, in the colours
 * and in the masks alike. Confined to one thread.
 */
final class Canvas {

    /** What is seen where nothing was painted. */
    static final int BACKGROUND = 0;

    private final BufferedImage image;
    private final Light light;
    private final int[] pixels;
    private final byte[] owners;
    private final BufferedImage stencil;
    private final byte[] coverage;
    private final StripMesh mesh;

    Canvas(BufferedImage background, Light light) {
        this.image = background;
        this.light = light;
        this.pixels = ((DataBufferInt) background.getRaster().getDataBuffer()).getData();
        this.owners = new byte[pixels.length];
        this.stencil = new BufferedImage(background.getWidth(), background.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        this.coverage = ((DataBufferByte) stencil.getRaster().getDataBuffer()).getData();
        this.mesh = new StripMesh(background.getWidth(), background.getHeight());
    }

    BufferedImage image() {
        return image;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Paints a piece over what is there; where it covers more than half of a pixel, the pixel is the owner's. */
    void paint(Strip strip, Material material, int owner) {
        Rectangle area = cover(strip.outline());
        if (area.isEmpty()) {
            return;
        }
        mesh.lay(strip, area);
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int i = y * width() + area.x, end = i + area.width; i < end; i++) {
                int alpha = coverage[i] & 0xFF;
                if (alpha > 0) {
                    pixels[i] = blend(pixels[i], lit(material, i), alpha);
                    owners[i] = alpha > 127 ? (byte) owner : owners[i];
                }
            }
        }
    }

    /** Darkens people and things, not the background, where the shape's blurred shadow falls. */
    void castShadow(Shape shape, double dx, double dy, int blur, double strength) {
        Shape moved = AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
        Rectangle area = cover(moved);
        area.grow(2 * blur, 2 * blur);
        area = area.intersection(new Rectangle(width(), height()));
        if (area.isEmpty()) {
            return;
        }
        clearMargin(area, moved);
        Blur.box(coverage, width(), area, blur);
        darken(area, strength, owner -> owner != BACKGROUND);
    }

    /** Darkens the background where the blurred shadow of everything painted falls. */
    void castShadowOnBackground(double dx, double dy, int blur, double strength) {
        Rectangle all = new Rectangle(width(), height());
        for (int y = 0, i = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++, i++) {
                int fromX = (int) (x - dx);
                int fromY = (int) (y - dy);
                boolean hit = all.contains(fromX, fromY) && owners[fromY * width() + fromX] != BACKGROUND;
                coverage[i] = (byte) (hit ? 255 : 0);
            }
        }
        Blur.box(coverage, width(), all, blur);
        darken(all, strength, owner -> owner == BACKGROUND);
    }

    /** Returns a pen for fine details, which belong to whatever they are drawn on. Dispose of it. */
    Graphics2D pen() {
        Graphics2D g = image.createGraphics();
        smooth(g);
        return g;
    }

    /** Draws a line that belongs to whatever it is drawn on. */
    void line(Shape path, double width, int rgb, double alpha) {
        Graphics2D g = pen();
        g.setColor(Colors.pen(rgb, alpha));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.dispose();
    }

    /** Draws a line where it lies on a piece. */
    void line(Shape path, Shape piece, double width, int rgb, double alpha) {
        Area stroke = new Area(new BasicStroke((float) width).createStrokedShape(path));
        stroke.intersect(new Area(piece));
        dab(stroke, rgb, alpha);
    }

    /** Fills a shape that belongs to whatever it is drawn on. */
    void dab(Shape shape, int rgb, double alpha) {
        Graphics2D g = pen();
        g.setColor(Colors.pen(rgb, alpha));
        g.fill(shape);
        g.dispose();
    }

    /** Returns the pixels where one of these owners is seen, if there are any. */
    Optional<Mask> mask(IntPredicate ofOwner) {
        int left = width();
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int y = 0, i = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++, i++) {
                if (owners[i] != BACKGROUND && ofOwner.test(owners[i])) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return right < 0
                ? Optional.empty()
                : Optional.of(Mask.of(
                        left,
                        top,
                        right - left + 1,
                        bottom - top + 1,
                        (x, y) -> ofOwner.test(owners[y * width() + x])));
    }

    private Rectangle cover(Shape shape) {
        Rectangle area = shape.getBounds();
        area.grow(2, 2);
        area = area.intersection(new Rectangle(width(), height()));
        if (area.isEmpty()) {
            return area;
        }
        clear(area);
        Graphics2D g = stencil.createGraphics();
        smooth(g);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        return area;
    }

    private void clearMargin(Rectangle area, Shape shape) {
        clear(area);
        Graphics2D g = stencil.createGraphics();
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
    }

    private void clear(Rectangle area) {
        for (int y = area.y; y < area.y + area.height; y++) {
            int start = y * width() + area.x;
            Arrays.fill(coverage, start, start + area.width, (byte) 0);
        }
    }

    private void darken(Rectangle area, double strength, IntPredicate onOwner) {
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int i = y * width() + area.x, end = i + area.width; i < end; i++) {
                if (coverage[i] != 0 && onOwner.test(owners[i])) {
                    pixels[i] = Colors.scale(pixels[i], 1 - strength * (coverage[i] & 0xFF) / 255);
                }
            }
        }
    }

    private int lit(Material material, int pixel) {
        double across = mesh.across(pixel);
        double along = mesh.along(pixel);
        double turn = mesh.turn(pixel) + material.folds().tilt(across, along);
        double shade = light.shade(turn);
        int rgb = material.fabric().rgb(across, along);
        double shine = material.gloss() == 0 ? 0 : shine(material.gloss(), turn);
        // Shadows on cloth and skin are warmer than the lit side, as light bounces inside them.
        double warm = shade + 0.07 * (1 - shade);
        return Colors.rgb(
                Colors.red(rgb) * warm * light.red() + shine,
                Colors.green(rgb) * shade + shine,
                Colors.blue(rgb) * shade * light.blue() + shine);
    }

    private double shine(double gloss, double turn) {
        double aside = Math.max(0, 1 - Math.abs(turn + 0.4 * Math.signum(light.fromLeft())));
        return 150 * gloss * aside * aside * aside * aside * aside;
    }

    private static int blend(int below, int above, int alpha) {
        if (alpha == 255) {
            return above;
        }
        return Colors.mix(below, above, alpha / 255.0);
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
