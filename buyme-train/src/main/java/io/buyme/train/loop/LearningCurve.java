package io.buyme.train.loop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;

/** Shows the course of a run: a table for programs, and a drawing with a panel for each objective and the measure. */
public final class LearningCurve {

    private static final int WIDTH = 900;
    private static final int PANEL = 210;
    private static final int LEFT = 80;
    private static final int RIGHT = 30;
    private static final int TOP = 34;
    private static final int BOTTOM = 40;
    private static final int TICKS = 5;
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xdddddd);
    private static final Color LINE = new Color(0x1f6fb4);

    private final List<CurvePoint> points;
    private final List<String> losses;

    /** Creates the curve of these points. */
    public LearningCurve(List<CurvePoint> points) {
        this.points = List.copyOf(points);
        TreeSet<String> names = new TreeSet<>();
        points.forEach(point -> names.addAll(point.losses().keySet()));
        this.losses = List.copyOf(names);
    }

    /** Returns the points as CSV with a header; cells of what was not measured are empty. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder("epoch,step,size,rate,");
        losses.forEach(name -> csv.append(name).append(','));
        csv.append("measure\n");
        for (CurvePoint point : points) {
            StringJoiner row = new StringJoiner(",", "", "\n");
            row.add(String.format(
                    Locale.ROOT, "%.4f,%d,%d,%.4e", point.epoch(), point.step(), point.size(), point.rate()));
            losses.forEach(
                    name -> row.add(cell(Optional.ofNullable(point.losses().get(name)))));
            csv.append(row.add(cell(point.measure())));
        }
        return csv.toString();
    }

    private static String cell(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.6f", number)).orElse("");
    }

    /** Draws the curve, panels one above the other. */
    public BufferedImage draw() {
        int panels = losses.size() + 1;
        BufferedImage image = new BufferedImage(WIDTH, panels * PANEL, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (int i = 0; i < losses.size(); i++) {
            String name = losses.get(i);
            drawPanel(
                    graphics,
                    i * PANEL,
                    name + " loss",
                    point -> Optional.ofNullable(point.losses().get(name)));
        }
        drawPanel(graphics, losses.size() * PANEL, "measure on pictures not learned from", CurvePoint::measure);
        graphics.dispose();
        return image;
    }

    private void drawPanel(Graphics2D graphics, int top, String title, Function<CurvePoint, Optional<Double>> value) {
        List<CurvePoint> known =
                points.stream().filter(point -> value.apply(point).isPresent()).toList();
        double[] values = known.stream()
                .mapToDouble(point -> value.apply(point).orElseThrow())
                .toArray();
        Axis vertical = Axis.around(values);
        Axis horizontal =
                Axis.upTo(points.stream().mapToDouble(CurvePoint::epoch).max().orElse(1));
        graphics.setColor(INK);
        graphics.setFont(graphics.getFont().deriveFont(Font.BOLD));
        graphics.drawString(title, LEFT, top + 20);
        graphics.setFont(graphics.getFont().deriveFont(Font.PLAIN));
        drawAxes(graphics, top, horizontal, vertical);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < values.length; i++) {
            double x = x(horizontal, known.get(i).epoch());
            double y = y(vertical, values[i], top);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            graphics.setColor(LINE);
            graphics.fillOval((int) x - 2, (int) y - 2, 5, 5);
        }
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(path);
        graphics.setStroke(new BasicStroke(1));
    }

    private static void drawAxes(Graphics2D graphics, int top, Axis horizontal, Axis vertical) {
        int bottom = top + PANEL - BOTTOM;
        for (int i = 0; i <= TICKS; i++) {
            double value = vertical.tick(i);
            int y = (int) y(vertical, value, top);
            graphics.setColor(GRID);
            graphics.drawLine(LEFT, y, WIDTH - RIGHT, y);
            graphics.setColor(INK);
            String label = String.format(Locale.ROOT, "%.3g", value);
            graphics.drawString(label, LEFT - 8 - graphics.getFontMetrics().stringWidth(label), y + 4);
            int x = (int) x(horizontal, horizontal.tick(i));
            graphics.drawLine(x, bottom, x, bottom + 4);
            String epoch = String.format(Locale.ROOT, "%.3g", horizontal.tick(i));
            graphics.drawString(epoch, x - graphics.getFontMetrics().stringWidth(epoch) / 2, bottom + 17);
        }
        graphics.drawString("epoch", WIDTH - RIGHT - 36, bottom + 33);
        graphics.drawRect(LEFT, top + TOP, WIDTH - RIGHT - LEFT, PANEL - TOP - BOTTOM);
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - RIGHT - LEFT);
    }

    private static double y(Axis axis, double value, int top) {
        return top + TOP + (1 - axis.share(value)) * (PANEL - TOP - BOTTOM);
    }

    /** A range of values from one edge of a panel to the other. */
    private record Axis(double low, double high) {

        static Axis upTo(double high) {
            return new Axis(0, Math.max(high, 1e-6));
        }

        static Axis around(double[] values) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (low > high) {
                return new Axis(0, 1);
            }
            double margin = Math.max(1e-6, (high - low) * 0.08);
            return new Axis(low - margin, high + margin);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }

        double tick(int index) {
            return low + (high - low) * index / TICKS;
        }
    }
}
