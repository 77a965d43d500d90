package io.buyme.image;

import static io.buyme.image.ImageAssertions.assertColor;
import static io.buyme.image.ImageAssertions.assertRedAndBlue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

    @Test
    void keepsTheProportions() {
        BufferedImage small = Thumbnails.fit(Samples.redAndBlue(), 20);

        assertThat(small.getWidth()).isEqualTo(20);
        assertThat(small.getHeight()).isEqualTo(15);
        assertRedAndBlue(small, 0);
    }

    @Test
    void averagesTheAreaThatAPixelCovers() {
        BufferedImage board = new BufferedImage(99, 99, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 99; y++) {
            for (int x = 0; x < 99; x++) {
                board.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
            }
        }

        BufferedImage small = Thumbnails.fit(board, 10);

        for (int i = 0; i < 10; i++) {
            assertColor(small, i, i, 0x808080, 3);
        }
    }

    @Test
    void neverEnlarges() {
        BufferedImage image = Samples.redAndBlue();

        assertThat(Thumbnails.fit(image, 64)).isSameAs(image);
    }

    @Test
    void aSliverKeepsAtLeastOnePixel() {
        BufferedImage small = Thumbnails.fit(new BufferedImage(1000, 1, BufferedImage.TYPE_INT_ARGB), 10);

        assertThat(small.getHeight()).isEqualTo(1);
        assertColor(small, 4, 0, 0xffffff, 0);
    }

    @Test
    void refusesAnEmptyThumbnail() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thumbnails.fit(Samples.redAndBlue(), 0));
    }
}
