package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PixelGridTest {

    private static final Offset<Float> EXACT = Offset.offset(0.005f);

    @Test
    void mapsColorsToTheRangeOfTheModel() {
        float[] samples = sample(filled(8, 8, 0xff8000), Region.whole(8, 8), 4, -1, 1);
        assertThat(samples).hasSize(4 * 4 * 3);
        for (int i = 0; i < samples.length; i += 3) {
            assertThat(samples[i]).isCloseTo(1f, EXACT);
            assertThat(samples[i + 1]).isCloseTo(0.004f, EXACT);
            assertThat(samples[i + 2]).isCloseTo(-1f, EXACT);
        }
    }

    @Test
    void averagesWhenItShrinks() {
        BufferedImage stripes = filled(64, 64, 0);
        for (int x = 0; x < 64; x += 2) {
            for (int y = 0; y < 64; y++) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        float[] samples = sample(stripes, Region.whole(64, 64), 16, 0, 1);
        for (float value : samples) {
            assertThat(value).isCloseTo(0.5f, EXACT);
        }
    }

    @Test
    void copiesPixelsOneToOne() {
        BufferedImage image = filled(4, 4, 0);
        image.setRGB(2, 1, 0xff0000);
        float[] samples = sample(image, Region.whole(4, 4), 4, 0, 1);
        assertThat(red(samples, 4, 2, 1)).isCloseTo(1f, EXACT);
        assertThat(red(samples, 4, 1, 1)).isCloseTo(0f, EXACT);
        assertThat(red(samples, 4, 1, 2)).isCloseTo(0f, EXACT);
    }

    @Test
    void turnsThePictureBack() {
        BufferedImage image = filled(4, 4, 0);
        image.setRGB(3, 0, 0xff0000);
        float[] samples = sample(image, new Region(2, 2, 4, Math.PI / 2), 4, 0, 1);
        assertThat(red(samples, 4, 0, 0)).isCloseTo(1f, EXACT);
        assertThat(red(samples, 4, 3, 0)).isCloseTo(0f, EXACT);
    }

    @Test
    void isBlackOutsideThePicture() {
        float[] samples = sample(filled(4, 8, 0xffffff), Region.whole(4, 8), 8, 0, 1);
        assertThat(red(samples, 8, 0, 4)).isCloseTo(0f, EXACT);
        assertThat(red(samples, 8, 4, 4)).isCloseTo(1f, EXACT);
        assertThat(red(samples, 8, 7, 4)).isCloseTo(0f, EXACT);
    }

    private static float[] sample(BufferedImage image, Region region, int samples, float low, float high) {
        return PixelGrid.of(image, region, samples).sample(region, samples, low, high);
    }

    private static float red(float[] samples, int side, int column, int row) {
        return samples[(row * side + column) * 3];
    }

    private static BufferedImage filled(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
