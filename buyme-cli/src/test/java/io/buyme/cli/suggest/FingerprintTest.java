package io.buyme.cli.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.testkit.lookbook.LookBook;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void aScaledPictureKeepsNearlyAllBitsAndAnotherOneDoesNot() {
        BufferedImage photo = LookBook.withSeed(1).look(0).photo();
        BufferedImage other = LookBook.withSeed(1).look(1).photo();

        assertThat(distance(photo, scaled(photo))).isLessThanOrEqualTo(4);
        assertThat(distance(photo, other)).isGreaterThan(4);
    }

    @Test
    void aBitIsSetWhereThePlaceToTheRightIsBrighter() {
        BufferedImage ramp = new BufferedImage(9, 8, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 9; x++) {
            for (int y = 0; y < 8; y++) {
                ramp.setRGB(x, y, 0x010101 * (y < 4 ? 10 * x : 100 - 10 * x));
            }
        }
        assertThat(Fingerprint.of(ramp)).isEqualTo(0xffff_ffff_0000_0000L);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        BufferedImage scaled =
                new BufferedImage(picture.getWidth() * 2 / 3, picture.getHeight() * 2 / 3, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        pen.dispose();
        return scaled;
    }

    private static int distance(BufferedImage one, BufferedImage other) {
        return Long.bitCount(Fingerprint.of(one) ^ Fingerprint.of(other));
    }
}
