package io.buyme.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;

/** What tests ask of a decoded picture. */
final class ImageAssertions {

    private ImageAssertions() {}

    static void assertColor(BufferedImage image, int x, int y, int rgb, int tolerance) {
        int actual = image.getRGB(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat((actual >> shift) & 0xff)
                    .as("pixel (%d, %d) is %06x, wanted %06x", x, y, actual & 0xffffff, rgb)
                    .isCloseTo((rgb >> shift) & 0xff, Offset.offset(tolerance));
        }
    }

    /** Red to the left, blue to the right, in the layout that the decoder promises. */
    static void assertRedAndBlue(BufferedImage image, int tolerance) {
        int middle = image.getHeight() / 4;
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        assertColor(image, image.getWidth() / 4, middle, Samples.RED, tolerance);
        assertColor(image, image.getWidth() * 3 / 4, middle, Samples.BLUE, tolerance);
    }
}
