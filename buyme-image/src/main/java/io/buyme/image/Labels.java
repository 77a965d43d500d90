package io.buyme.image;

import io.buyme.api.Box;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes labels on plates of their box's color: inside the picture, and clear of each other where there is room. */
final class Labels {

    private static final Optional<Font> FONT = Fonts.sansSerif(Font.BOLD, 12);
    private static final double SMALLEST = 8;
    private static final String ELLIPSIS = "\u2026";

    private final Graphics2D graphics;
    private final double width;
    private final double height;
    private final double unit;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Labels(Graphics2D graphics, int width, int height, double unit) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.unit = unit;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    void draw(String label, Box box, Color color) {
        if (FONT.isEmpty() || label.isBlank()) {
            return;
        }
        double padding = 1.5 * unit;
        FontMetrics metrics = fitting(FONT.get(), label, padding);
        String text = shortened(label, metrics, padding);
        double plateWidth = metrics.getStringBounds(text, graphics).getWidth() + 2 * padding;
        double plateHeight = metrics.getAscent() + metrics.getDescent();
        if (text.isEmpty() || plateHeight > height) {
            return;
        }
        Rectangle2D plate = place(box, plateWidth, plateHeight);
        taken.add(plate);
        graphics.setColor(color);
        graphics.fill(
                new RoundRectangle2D.Double(plate.getX(), plate.getY(), plateWidth, plateHeight, 3 * unit, 3 * unit));
        graphics.setColor(inkOn(color));
        graphics.setFont(metrics.getFont());
        graphics.drawString(text, (float) (plate.getX() + padding), (float) (plate.getY() + metrics.getAscent()));
    }

    /** Long labels on narrow pictures get smaller letters. */
    private FontMetrics fitting(Font font, String label, double padding) {
        double size = Math.max(SMALLEST, 6.5 * unit);
        FontMetrics metrics = graphics.getFontMetrics(font.deriveFont((float) size));
        double share =
                (width - 2 * padding) / metrics.getStringBounds(label, graphics).getWidth();
        return share >= 1
                ? metrics
                : graphics.getFontMetrics(font.deriveFont((float) Math.max(SMALLEST, Math.floor(size * share))));
    }

    private String shortened(String label, FontMetrics metrics, double padding) {
        String text = label;
        for (int end = label.length() - 1;
                end >= 0 && metrics.getStringBounds(text, graphics).getWidth() > width - 2 * padding;
                end--) {
            text = end == 0 ? "" : label.substring(0, end).stripTrailing() + ELLIPSIS;
        }
        return text;
    }

    /** Above the box if that is free, else just inside its top, below it, or further down. */
    private Rectangle2D place(Box box, double plateWidth, double plateHeight) {
        double gap = unit;
        Rectangle2D first = at(box, box.y() - plateHeight - gap, plateWidth, plateHeight);
        Rectangle2D best = first;
        double y = box.y() - plateHeight - gap;
        while (y < Math.max(height, box.bottom())) {
            Rectangle2D candidate = at(box, y, plateWidth, plateHeight);
            if (taken.stream().noneMatch(candidate::intersects)) {
                best = candidate;
                break;
            }
            y += plateHeight + gap;
        }
        return best;
    }

    private Rectangle2D at(Box box, double y, double plateWidth, double plateHeight) {
        return new Rectangle2D.Double(
                clamp(box.x(), width - plateWidth), clamp(y, height - plateHeight), plateWidth, plateHeight);
    }

    private static double clamp(double value, double max) {
        return Math.max(0, Math.min(value, max));
    }

    /** Black or white, whichever stands out more (luminance of ITU-R BT.709). */
    private static Color inkOn(Color color) {
        double luminance = 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
        return luminance > 125 ? Color.BLACK : Color.WHITE;
    }
}
