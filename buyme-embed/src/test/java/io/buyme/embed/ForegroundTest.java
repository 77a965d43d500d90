package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Mask;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForegroundTest {

    private static final Color RED = new Color(0xB02030);

    @Test
    void findsAShirtOnAPlainGround() {
        assertFound((x, y) -> Color.WHITE, 0.95);
    }

    @Test
    void findsAShirtInAShadowGradient() {
        assertFound((x, y) -> gray(235 - x / 3 - y / 5), 0.9);
    }

    @Test
    void findsAShirtOnFloorBoards() {
        Random random = new Random(5);
        int[] grain = random.ints(Drawings.WIDTH * Drawings.HEIGHT, -14, 14).toArray();
        assertFound(
                (x, y) -> {
                    int shade = (x / 30 % 2 == 0 ? 0 : 18) + grain[x + y / 7 * Drawings.WIDTH % grain.length];
                    return new Color(170 + shade, 130 + shade, 90 + shade);
                },
                0.85);
    }

    @Test
    void fallsBackToTheMiddleWhenThereIsNothingToTellApart() {
        BufferedImage image = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
        boolean[] article = Foreground.of(raster(image));
        int width = raster(image).width;
        assertThat(article[article.length / 2 + width / 2]).isTrue();
        assertThat(article[0]).isFalse();
        assertThat(article[article.length - 1]).isFalse();
    }

    private interface Ground {
        Color at(int x, int y);
    }

    private static void assertFound(Ground ground, double leastIou) {
        Mask outline = Drawings.outline();
        BufferedImage image = new BufferedImage(Drawings.WIDTH, Drawings.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < Drawings.HEIGHT; y++) {
            for (int x = 0; x < Drawings.WIDTH; x++) {
                image.setRGB(x, y, (outline.contains(x, y) ? RED : ground.at(x, y)).getRGB());
            }
        }
        Raster small = raster(image);
        boolean[] article = Foreground.of(small);
        Mask found = Mask.of(
                Drawings.WIDTH,
                Drawings.HEIGHT,
                (x, y) -> article[y * small.height / Drawings.HEIGHT * small.width + x * small.width / Drawings.WIDTH]);
        assertThat(found.iou(outline)).isGreaterThan(leastIou);
    }

    private static Raster raster(BufferedImage image) {
        return Raster.of(image, new Rectangle(image.getWidth(), image.getHeight()), (x, y) -> true, 96);
    }

    private static Color gray(int value) {
        return new Color(value, value, value);
    }
}
