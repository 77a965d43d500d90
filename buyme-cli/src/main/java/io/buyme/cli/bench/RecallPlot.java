package io.buyme.cli.bench;

import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.cli.bench.IndexBenchReport.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Draws queries per second, on a logarithmic scale, over recall: the higher and the farther to the right, the better. */
public final class RecallPlot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 190;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;
    private static final double LEAST_RECALL = 0.8;
    private static final List<String> COLORS =
            List.of("#1b6ca8", "#d1495b", "#3a7d44", "#8d5a97", "#c77b30", "#4a4e69", "#00798c");

    private final IndexBenchReport report;
    private final int lowestPower;
    private final int highestPower;

    private RecallPlot(IndexBenchReport report) {
        this.report = report;
        this.lowestPower = (int) Math.floor(Math.log10(speeds(report).min().orElse(1)));
        this.highestPower = Math.max(
                lowestPower + 1, (int) Math.ceil(Math.log10(speeds(report).max().orElse(10))));
    }

    /** Returns the drawing as SVG. */
    public static String svg(IndexBenchReport report) {
        return new RecallPlot(report).draw();
    }

    private static DoubleStream speeds(IndexBenchReport report) {
        return report.indexes().stream()
                .flatMap(index -> index.points().stream())
                .mapToDouble(Point::onOneThread)
                .filter(speed -> speed > 0);
    }

    private String draw() {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(WIDTH, HEIGHT));
        for (int percent = 80; percent <= 100; percent += 5) {
            line(svg, x(percent / 100.0), TOP, x(percent / 100.0), HEIGHT - BOTTOM);
            text(
                    svg,
                    x(percent / 100.0),
                    HEIGHT - BOTTOM + 18,
                    "middle",
                    String.format(Locale.ROOT, "%.2f", percent / 100.0));
        }
        for (int power = lowestPower; power <= highestPower; power++) {
            double y = y(Math.pow(10, power));
            line(svg, LEFT, y, WIDTH - RIGHT, y);
            text(svg, LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, power))));
        }
        text(
                svg,
                (LEFT + WIDTH - RIGHT) / 2.0,
                HEIGHT - 12,
                "middle",
                "recall@%d, %,d vectors of %d numbers".formatted(report.k(), report.vectors(), report.dimension()));
        text(svg, LEFT, TOP - 6, "start", "queries a second, one thread");
        for (int i = 0; i < report.indexes().size(); i++) {
            curve(svg, report.indexes().get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(StringBuilder svg, Index index, int number) {
        String color = COLORS.get(number % COLORS.size());
        StringBuilder way = new StringBuilder();
        for (Point point : index.points()) {
            if (point.recall() >= LEAST_RECALL && point.onOneThread() > 0) {
                String x = decimal(x(point.recall()));
                String y = decimal(y(point.onOneThread()));
                way.append(x).append(',').append(y).append(' ');
                svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>%n".formatted(x, y, color));
            }
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                .formatted(way.toString().strip(), color));
        double y = TOP + 14.0 + 20 * number;
        svg.append("<rect x=\"%d\" y=\"%s\" width=\"14\" height=\"4\" fill=\"%s\"/>%n"
                .formatted(WIDTH - RIGHT + 16, decimal(y - 6), color));
        text(svg, WIDTH - RIGHT + 36, y, "start", index.name());
    }

    private static double x(double recall) {
        return LEFT + (recall - LEAST_RECALL) / (1 - LEAST_RECALL) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double speed) {
        double share = (Math.log10(speed) - lowestPower) / (highestPower - lowestPower);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#ddd\"/>%n"
                .formatted(decimal(x1), decimal(y1), decimal(x2), decimal(y2)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(decimal(x), decimal(y), anchor, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
