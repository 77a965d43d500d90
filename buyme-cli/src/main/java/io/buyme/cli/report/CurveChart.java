package io.buyme.cli.report;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Curves over a logarithmic axis, such as sizes of a catalogue.
 *
 * @param title of the chart
 * @param subtitle what the axes are
 * @param shares whether the upper end of the axis is 1, as for shares, and not the greatest value
 * @param curves at least one
 */
public record CurveChart(String title, String subtitle, boolean shares, List<Curve> curves) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int RIGHT = 64;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;
    private static final int LINES = 4;
    private static final int LINE_HEIGHT = 12;

    /** Colours that are told apart by people who see red and green alike (Okabe and Ito 2008). */
    private static final List<String> COLORS = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7");

    /** Copies the curves. */
    public CurveChart {
        requireNonNull(title, "title");
        requireNonNull(subtitle, "subtitle");
        curves = List.copyOf(curves);
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
            throw new IllegalArgumentException("a chart needs a point");
        }
    }

    /**
     * One curve.
     *
     * @param name is written at its end
     * @param points from left to right
     */
    public record Curve(String name, List<Point> points) {

        /** Copies the points. */
        public Curve {
            requireNonNull(name, "name");
            points = List.copyOf(points);
        }

        private Point end() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * A point of a curve.
     *
     * @param x greater than 0
     * @param y not negative
     */
    public record Point(double x, double y) {}

    void write(Html html) {
        html.open("section", "class", "chart").element("h2", title).element("p", subtitle);
        html.open("svg", "viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT), "role", "img", "aria-label", title);
        double top = shares ? 1 : roundedUp();
        for (int i = 0; i <= LINES; i++) {
            double value = top * i / LINES;
            html.open(
                            "line",
                            "class",
                            "grid",
                            "x1",
                            number(LEFT),
                            "x2",
                            number(WIDTH - RIGHT),
                            "y1",
                            y(value, top),
                            "y2",
                            y(value, top))
                    .close();
            text(html, LEFT - 6, Double.parseDouble(y(value, top)) + 4, "end", label(value));
        }
        points().mapToDouble(Point::x)
                .distinct()
                .forEach(x -> text(html, Double.parseDouble(x(x)), HEIGHT - 8, "middle", label(x)));
        for (int i = 0; i < curves.size(); i++) {
            curve(html, curves.get(i), COLORS.get(i % COLORS.size()), top);
        }
        names(html, top);
        html.close().close();
    }

    private void curve(Html html, Curve curve, String color, double top) {
        StringBuilder path = new StringBuilder();
        for (Point point : curve.points()) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(x(point.x()))
                    .append(' ')
                    .append(y(point.y(), top));
        }
        html.open("path", "class", "curve", "d", path.toString(), "stroke", color)
                .close();
        for (Point point : curve.points()) {
            html.open("circle", "cx", x(point.x()), "cy", y(point.y(), top), "r", "3.2", "fill", color)
                    .close();
        }
    }

    /** Writes the names at the ends of the curves, those that would cover one another below one another. */
    private void names(Html html, double top) {
        List<Curve> downwards = curves.stream()
                .filter(curve -> !curve.points().isEmpty())
                .sorted(Comparator.comparingDouble((Curve curve) -> curve.end().y())
                        .reversed())
                .toList();
        double above = 0;
        for (Curve curve : downwards) {
            Point end = curve.end();
            double line = Math.max(Double.parseDouble(y(end.y(), top)) + 4, above + LINE_HEIGHT);
            text(html, Double.parseDouble(x(end.x())) + 8, line, "start", curve.name());
            above = line;
        }
    }

    private static void text(Html html, double x, double y, String anchor, String text) {
        html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private Stream<Point> points() {
        return curves.stream().flatMap(curve -> curve.points().stream());
    }

    /** Returns the place of a value on the axis; if there is one only, it is in the middle. */
    private String x(double value) {
        double least = Math.log(points().mapToDouble(Point::x).min().orElse(1));
        double most = Math.log(points().mapToDouble(Point::x).max().orElse(1));
        double share = most > least ? (Math.log(value) - least) / (most - least) : 0.5;
        return number(LEFT + 14 + share * (WIDTH - LEFT - RIGHT - 28));
    }

    private static String y(double value, double top) {
        return number(HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM));
    }

    private double roundedUp() {
        double most = points().mapToDouble(Point::y).max().orElse(1);
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
        return Math.ceil(most / step) * step;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String label(double value) {
        if (value >= 10_000) {
            return String.format(Locale.ROOT, "%.0fk", value / 1000);
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
