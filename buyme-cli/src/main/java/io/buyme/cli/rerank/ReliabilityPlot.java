package io.buyme.cli.rerank;

import io.buyme.cli.rerank.Reliability.Bin;
import io.buyme.cli.rerank.RerankScore.TrialScore;
import io.buyme.image.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * Draws the share of good matches over the probability that was told, a curve for each trial: on the diagonal,
 * probabilities mean what they say. The larger a dot, the more matches are behind it.
 */
public final class ReliabilityPlot {

    private static final int SIDE = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 290;
    private static final int TOP = 30;
    private static final int BOTTOM = 55;
    private static final Color INK = new Color(0x22252A);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final List<Color> COLORS =
            List.of(new Color(0x1B6CA8), new Color(0xD1495B), new Color(0x3A7D44), new Color(0x8D5A97));

    private final Graphics2D graphics;

    private ReliabilityPlot(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** Returns the drawing, which the caller owns. Trials without probabilities are left out. */
    public static BufferedImage draw(RerankScore score) {
        BufferedImage image = new BufferedImage(LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            new ReliabilityPlot(graphics).draw(score.trials());
            return image;
        } finally {
            graphics.dispose();
        }
    }

    private void draw(List<TrialScore> trials) {
        Fonts.sansSerif(Font.PLAIN, 12).ifPresent(graphics::setFont);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double share = tenth / 10.0;
            graphics.setColor(GRID);
            graphics.draw(new Line2D.Double(x(share), y(0), x(share), y(1)));
            graphics.draw(new Line2D.Double(x(0), y(share), x(1), y(share)));
            text(String.format(Locale.ROOT, "%.1f", share), x(share) - 8, y(0) + 18);
            text(String.format(Locale.ROOT, "%.1f", share), x(0) - 28, y(share) + 4);
        }
        graphics.setColor(GRID.darker());
        graphics.draw(new Line2D.Double(x(0), y(0), x(1), y(1)));
        text("share of matches of the same kind of garment", LEFT, TOP - 10);
        text("probability that was told", LEFT + SIDE / 2.0 - 70, TOP + SIDE + 42);
        int curves = 0;
        for (TrialScore trial : trials) {
            Reliability reliability = trial.reliability();
            if (reliability != null) {
                curve(trial.trial(), reliability, curves++);
            }
        }
    }

    private void curve(String name, Reliability reliability, int number) {
        Color color = COLORS.get(number % COLORS.size());
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(2));
        Path2D way = new Path2D.Double();
        for (Bin bin : reliability.bins()) {
            if (bin.matches() > 0) {
                double x = x(bin.probability());
                double y = y(bin.good());
                if (way.getCurrentPoint() == null) {
                    way.moveTo(x, y);
                } else {
                    way.lineTo(x, y);
                }
                double radius = 3 + 9 * Math.sqrt((double) bin.matches() / reliability.matches());
                graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
        }
        graphics.draw(way);
        double y = TOP + 20.0 + 40 * number;
        graphics.fill(new Ellipse2D.Double(LEFT + SIDE + 20, y - 9, 10, 10));
        text(name.replace('_', ' '), LEFT + SIDE + 38, y);
        text(
                String.format(
                        Locale.ROOT,
                        "calibration error %.3f, %d matches",
                        reliability.expectedCalibrationError(),
                        reliability.matches()),
                LEFT + SIDE + 38,
                y + 16);
    }

    /** A machine without fonts gets a drawing without text. */
    private void text(String text, double x, double y) {
        if (Fonts.sansSerif(Font.PLAIN, 12).isPresent()) {
            Color before = graphics.getColor();
            graphics.setColor(INK);
            graphics.drawString(text, (float) x, (float) y);
            graphics.setColor(before);
        }
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }
}
