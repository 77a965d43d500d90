package io.buyme.cli.evaluate;

import io.buyme.image.Fonts;
import io.buyme.image.ImageDecoder;
import io.buyme.image.Thumbnails;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A picture for people: a row for each query, the query on the left, then its nearest neighbours, in a green frame if
 * they are of the query's class and in a red one if not, with the class names below. Immutable.
 */
public final class ContactSheet {

    private static final int COLUMNS = 9;
    private static final int PICTURE = 150;
    private static final int CAPTION = 22;
    private static final int GAP = 12;
    private static final int MARGIN = 24;
    private static final int AFTER_QUERY = 28;
    private static final int FRAME = 4;
    private static final int CELL = PICTURE + 2 * FRAME;
    private static final int ROW = CELL + CAPTION + GAP;

    private static final Color PAPER = new Color(0xFAFAF8);
    private static final Color INK = new Color(0x22252A);
    private static final Color LINE = new Color(0xE2E2DE);
    private static final Color QUERY = new Color(0x5A616B);
    private static final Color RIGHT = new Color(0x1E9E55);
    private static final Color WRONG = new Color(0xD93A3F);

    private final List<Answer> answers;

    ContactSheet(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    /** Draws the sheet; reads the pictures again. The caller owns the image. */
    public BufferedImage draw() {
        int width = 2 * MARGIN + COLUMNS * CELL + (COLUMNS - 1) * GAP + AFTER_QUERY;
        int height = 2 * MARGIN + Math.max(1, answers.size()) * ROW - GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, width, height);
            for (int i = 0; i < answers.size(); i++) {
                drawRow(graphics, answers.get(i), MARGIN + i * ROW);
            }
            return sheet;
        } finally {
            graphics.dispose();
        }
    }

    private static void drawRow(Graphics2D graphics, Answer answer, int y) {
        ClassPicture query = answer.query();
        drawCell(graphics, query, QUERY, Font.BOLD, MARGIN, y);
        int lineX = MARGIN + CELL + (GAP + AFTER_QUERY) / 2;
        graphics.setColor(LINE);
        graphics.fillRect(lineX - 1, y, 2, CELL + CAPTION);
        int x = MARGIN + CELL + GAP + AFTER_QUERY;
        for (ClassPicture neighbor : answer.nearest()) {
            Color color = neighbor.className().equals(query.className()) ? RIGHT : WRONG;
            drawCell(graphics, neighbor, color, Font.PLAIN, x, y);
            x += CELL + GAP;
        }
    }

    private static void drawCell(Graphics2D graphics, ClassPicture picture, Color color, int style, int x, int y) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x, y, CELL, CELL);
        BufferedImage small = Thumbnails.fit(ImageDecoder.standard().decode(picture.file()), PICTURE);
        graphics.drawImage(
                small,
                x + FRAME + (PICTURE - small.getWidth()) / 2,
                y + FRAME + (PICTURE - small.getHeight()) / 2,
                null);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(FRAME, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.drawRect(x + FRAME / 2, y + FRAME / 2, CELL - FRAME, CELL - FRAME);
        drawCaption(graphics, picture.className(), style, x, y + CELL);
    }

    private static void drawCaption(Graphics2D graphics, String text, int style, int x, int y) {
        Optional<Font> font = Fonts.sansSerif(style, 14);
        if (font.isEmpty()) {
            return;
        }
        graphics.setFont(font.get());
        graphics.setColor(INK);
        FontMetrics metrics = graphics.getFontMetrics();
        int textWidth = metrics.stringWidth(text);
        graphics.drawString(text, x + Math.max(0, (CELL - textWidth) / 2), y + metrics.getAscent() + 2);
    }
}
