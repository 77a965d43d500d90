package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.testkit.RealPhotos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Real photos for tests, and what can be made of them. */
final class TestPhotos {

    /** Where a woman stands in front of a wall, seen from head to feet. */
    static final String WHOLE_PERSON = "ccp/photos/0001.jpg";

    private TestPhotos() {}

    /** Returns a photo, or aborts the test if this machine has no photos. */
    static BufferedImage require(String relative) {
        return read(RealPhotos.require(relative));
    }

    static BufferedImage read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image).as(file.toString()).isNotNull();
            return scaled(image, image.getWidth(), image.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage result = blank(width, height);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** Returns a copy of some of the rows. */
    static BufferedImage rows(BufferedImage image, double from, double to) {
        int top = (int) (from * image.getHeight());
        int bottom = (int) (to * image.getHeight());
        BufferedImage part = image.getSubimage(0, top, image.getWidth(), bottom - top);
        return scaled(part, part.getWidth(), part.getHeight());
    }

    /** Returns the picture repeated in a grid. */
    static BufferedImage tiled(BufferedImage image, int columns, int rows) {
        BufferedImage result = blank(image.getWidth() * columns, image.getHeight() * rows);
        Graphics2D graphics = result.createGraphics();
        for (int i = 0; i < columns * rows; i++) {
            graphics.drawImage(image, i % columns * image.getWidth(), i / columns * image.getHeight(), null);
        }
        graphics.dispose();
        return result;
    }

    /** Returns the picture in the middle of a wall that is larger by a factor. */
    static BufferedImage surrounded(BufferedImage image, int factor) {
        BufferedImage result = blank(image.getWidth() * factor, image.getHeight() * factor);
        Graphics2D graphics = result.createGraphics();
        graphics.drawImage(image, image.getWidth() * (factor - 1) / 2, image.getHeight() * (factor - 1) / 2, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }
}
