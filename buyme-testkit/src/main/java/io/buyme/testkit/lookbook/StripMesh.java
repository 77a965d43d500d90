package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Section.Range;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.Arrays;

/** Finds for each pixel of a strip where on the cloth it lies: fills the strip's triangles with its coordinates. */
final class StripMesh {

    /** Beyond its edges the cloth goes on by this many pixels, for the pixels that it covers only in part. */
    private static final double MARGIN = 2;

    private final int width;
    private final int height;
    private final float[] across;
    private final float[] along;
    private final float[] turn;

    StripMesh(int width, int height) {
        this.width = width;
        this.height = height;
        this.across = new float[width * height];
        this.along = new float[width * height];
        this.turn = new float[width * height];
    }

    double across(int pixel) {
        return across[pixel];
    }

    double along(int pixel) {
        return along[pixel];
    }

    double turn(int pixel) {
        return turn[pixel];
    }

    void lay(Strip strip, Rectangle area) {
        Section first = strip.sections().get(0);
        for (int y = area.y; y < area.y + area.height; y++) {
            int start = y * width + area.x;
            Arrays.fill(along, start, start + area.width, (float) first.along());
            Arrays.fill(across, start, start + area.width, 0f);
            Arrays.fill(turn, start, start + area.width, 0f);
        }
        for (int i = 1; i < strip.sections().size(); i++) {
            Section upper = strip.sections().get(i - 1);
            Section lower = strip.sections().get(i);
            Corner a = Corner.left(upper);
            Corner b = Corner.right(upper);
            Corner c = Corner.left(lower);
            Corner d = Corner.right(lower);
            fill(a, b, c);
            fill(b, d, c);
        }
    }

    private void fill(Corner a, Corner b, Corner c) {
        double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (Math.abs(area) < 1e-6) {
            return;
        }
        int top = (int) Math.max(0, Math.floor(Math.min(a.y, Math.min(b.y, c.y)) - 1));
        int bottom = (int) Math.min(height - 1, Math.ceil(Math.max(a.y, Math.max(b.y, c.y)) + 1));
        int left = (int) Math.max(0, Math.floor(Math.min(a.x, Math.min(b.x, c.x)) - 1));
        int right = (int) Math.min(width - 1, Math.ceil(Math.max(a.x, Math.max(b.x, c.x)) + 1));
        // A hair of slack closes the seams between neighbouring triangles.
        double slack = -1e-3 - 0.5 / Math.sqrt(Math.abs(area));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - a.x;
                double py = y + 0.5 - a.y;
                double wb = (px * (c.y - a.y) - py * (c.x - a.x)) / area;
                double wc = (py * (b.x - a.x) - px * (b.y - a.y)) / area;
                if (wb >= slack && wc >= slack && wb + wc <= 1 - slack) {
                    set(y * width + x, a, b, c, wb, wc);
                }
            }
        }
    }

    private void set(int pixel, Corner a, Corner b, Corner c, double wb, double wc) {
        double wa = 1 - wb - wc;
        across[pixel] = (float) (a.across * wa + b.across * wb + c.across * wc);
        along[pixel] = (float) (a.along * wa + b.along * wb + c.along * wc);
        turn[pixel] = (float) Math.max(-1, Math.min(1, a.turn * wa + b.turn * wb + c.turn * wc));
    }

    private record Corner(double x, double y, double across, double along, double turn) {

        static Corner left(Section section) {
            return of(
                    section,
                    section.left(),
                    section.right(),
                    section.across().from(),
                    section.turn().from());
        }

        static Corner right(Section section) {
            return of(
                    section,
                    section.right(),
                    section.left(),
                    section.across().to(),
                    section.turn().to());
        }

        private static Corner of(Section section, Point2D edge, Point2D other, double across, double turn) {
            double out = MARGIN / Math.max(1, section.width());
            Range x = new Range(edge.getX(), other.getX());
            Range y = new Range(edge.getY(), other.getY());
            return new Corner(
                    x.from() + (x.from() - x.to()) * out,
                    y.from() + (y.from() - y.to()) * out,
                    across,
                    section.along(),
                    turn);
        }
    }
}
