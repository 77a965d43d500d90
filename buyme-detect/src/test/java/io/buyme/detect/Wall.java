package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** A gray photo of 200 x 400 pixels with rectangles on it. */
final class Wall {

    static final int WIDTH = 200;
    static final int HEIGHT = 400;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    Wall() {
        paint(Color.GRAY, new Box(0, 0, WIDTH, HEIGHT));
    }

    Wall paint(Color color, Box box) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
        graphics.dispose();
        return this;
    }

    BufferedImage image() {
        return image;
    }

    DetectionInput withPerson(Box person) {
        return DetectionInput.of(
                image,
                new Pose(
                        Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.of(person), Optional.empty(), List.of()));
    }
}
