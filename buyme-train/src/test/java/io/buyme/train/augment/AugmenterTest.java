package io.buyme.train.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import io.buyme.train.data.Cutout;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final int SIZE = 24;

    @Test
    void theSameRandomNumbersGiveTheSamePicture() {
        Cutout cutout = Cutout.of(crop(20, 30, true), SIZE);

        assertThat(draw(Augmentation.standard(), cutout, Optional.empty(), 5))
                .isEqualTo(draw(Augmentation.standard(), cutout, Optional.empty(), 5))
                .isNotEqualTo(draw(Augmentation.standard(), cutout, Optional.empty(), 6));
    }

    @Test
    void withoutChangesItIsThePictureThatInferencePrepares() {
        Crop crop = crop(18, SIZE, true);
        float[] drawn = draw(Augmentation.NONE, Cutout.of(crop, SIZE), Optional.empty(), 1);
        Tensor expected = PictureFormat.mobileNetV2().withSize(SIZE, SIZE).tensor(List.of(crop));

        assertThat(drawn).containsExactly(expected.toArray(), within(0.02f));
    }

    @Test
    void aMaskedArticleStandsOnWhateverIsWanted() {
        Cutout cutout = Cutout.of(crop(SIZE, SIZE, true), SIZE);

        float[] padded = draw(Augmentation.NONE, cutout, Optional.of(Backdrop.PADDING), 1);
        float[] own = draw(Augmentation.NONE, cutout, Optional.of(Backdrop.OWN), 1);
        float[] plain = draw(Augmentation.NONE, cutout, Optional.of(Backdrop.PLAIN), 1);

        assertThat(padded[0]).isZero();
        assertThat(own[0]).isCloseTo((float) (red(0, 0) - 128) / 128, within(0.01f));
        assertThat(plain[0]).isNotEqualTo(padded[0]).isEqualTo(plain[1]);
        int middle = SIZE / 2 * SIZE + SIZE / 2;
        assertThat(padded[middle]).isEqualTo(own[middle]).isEqualTo(plain[middle]);
    }

    @Test
    void valuesStayInTheRangeOfPictures() {
        Cutout cutout = Cutout.of(crop(20, 30, true), SIZE);
        for (int seed = 0; seed < 50; seed++) {
            for (float value : draw(Augmentation.standard(), cutout, Optional.empty(), seed)) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    private static float[] draw(Augmentation augmentation, Cutout cutout, Optional<Backdrop> backdrop, long seed) {
        Augmenter augmenter = new Augmenter(augmentation, PixelScale.MOBILE_NET, SIZE);
        float[] picture = new float[augmenter.length()];
        augmenter.draw(cutout, cutout, backdrop, new SplittableRandom(seed), picture, 0);
        return picture;
    }

    private static int red(int x, int y) {
        return 40 + (x * 5 + y * 3) % 200;
    }

    private static Crop crop(int width, int height, boolean masked) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, red(x, y) << 16 | 0x2060);
            }
        }
        // Touches all four borders: else inference would cut the crop to the mask first.
        Mask mask = Mask.of(width, height, (x, y) -> x + y > 4 && x + y < width + height - 6);
        return new Crop(image, masked ? Optional.of(mask) : Optional.empty(), Optional.empty());
    }
}
