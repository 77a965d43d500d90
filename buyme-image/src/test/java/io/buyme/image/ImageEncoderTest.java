package io.buyme.image;

import static io.buyme.image.ImageAssertions.assertColor;
import static io.buyme.image.ImageAssertions.assertRedAndBlue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageEncoderTest {

    private final ImageDecoder decoder = ImageDecoder.standard();

    @Test
    void whatIsEncodedDecodes() {
        BufferedImage image = Samples.redAndBlue();

        assertRedAndBlue(decoder.decode(ImageEncoder.png(image), "png"), 0);
        assertRedAndBlue(decoder.decode(ImageEncoder.jpeg(image, 0.9f), "jpeg"), 8);
    }

    @Test
    void qualityCostsBytes() {
        BufferedImage image = Samples.redAndBlue();

        assertThat(ImageEncoder.jpeg(image, 0.95f)).hasSizeGreaterThan(ImageEncoder.jpeg(image, 0.3f).length);
    }

    @Test
    void jpegOfATransparentPictureIsOnWhite() {
        BufferedImage clear = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);

        assertColor(decoder.decode(ImageEncoder.jpeg(clear, 0.9f), "jpeg"), 8, 8, 0xffffff, 1);
    }

    @Test
    void refusesAQualityOutsideZeroToOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageEncoder.jpeg(Samples.redAndBlue(), 85));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageEncoder.jpeg(Samples.redAndBlue(), Float.NaN));
    }
}
