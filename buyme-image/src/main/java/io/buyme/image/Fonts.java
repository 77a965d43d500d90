package io.buyme.image;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Fonts for drawings, where the machine has any. */
public final class Fonts {

    private static final boolean USABLE = probe();

    private Fonts() {}

    /**
     * Returns a sans-serif font; nothing on a machine without fonts, where drawings go without text.
     *
     * @param style as of {@link Font}, such as {@link Font#BOLD}
     * @param size in pixels
     */
    public static Optional<Font> sansSerif(int style, int size) {
        return USABLE ? Optional.of(new Font(Font.SANS_SERIF, style, size)) : Optional.empty();
    }

    /** A headless JDK without fontconfig or any font fails on the first text, each release with another error. */
    private static boolean probe() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            Font font = new Font(Font.SANS_SERIF, Font.BOLD, 12);
            return graphics.getFontMetrics(font).stringWidth("A") > 0;
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return false;
        } finally {
            graphics.dispose();
        }
    }
}
