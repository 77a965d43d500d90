package io.buyme.catalog.explain;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** White pictures with a few colored rectangles. */
final class Pictures {

    private Pictures() {}

    /**
     * Returns a white picture.
     *
     * @param colorsAndBoxes color, left, top, width, height of each rectangle
     */
    static BufferedImage white(int width, int height, int... colorsAndBoxes) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < colorsAndBoxes.length; i += 5) {
            graphics.setColor(new Color(colorsAndBoxes[i]));
            graphics.fillRect(
                    colorsAndBoxes[i + 1], colorsAndBoxes[i + 2], colorsAndBoxes[i + 3], colorsAndBoxes[i + 4]);
        }
        graphics.dispose();
        return image;
    }

    static Crop crop(BufferedImage image) {
        return new Crop(image, Optional.empty(), Optional.empty());
    }

    static Crop crop(BufferedImage image, Mask mask) {
        return new Crop(image, Optional.of(mask), Optional.empty());
    }
}
