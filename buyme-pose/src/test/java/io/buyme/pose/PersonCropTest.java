package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import io.buyme.onnx.Tensor;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PersonCropTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final Offset<Float> ROUNDED = Offset.offset(0.02f);

    @Test
    void isAQuarterLargerThanATallPerson() {
        PersonCrop crop = PersonCrop.around(new Box(100, 200, 60, 400), 192, 256);
        assertThat(crop.photoY(-0.5)).isCloseTo(400 - 250, EXACT);
        assertThat(crop.photoY(255.5)).isCloseTo(400 + 250, EXACT);
        assertThat(crop.photoX(-0.5)).isCloseTo(130 - 187.5, EXACT);
        assertThat(crop.photoX(191.5)).isCloseTo(130 + 187.5, EXACT);
    }

    @Test
    void isAQuarterLargerThanAWidePerson() {
        PersonCrop crop = PersonCrop.around(new Box(0, 0, 300, 100), 192, 256);
        assertThat(crop.photoX(191.5) - crop.photoX(-0.5)).isCloseTo(375, EXACT);
        assertThat(crop.photoY(255.5) - crop.photoY(-0.5)).isCloseTo(500, EXACT);
    }

    @Test
    void bringsAPixelBackToWhereItWas() {
        BufferedImage photo = new BufferedImage(192, 256, BufferedImage.TYPE_INT_RGB);
        photo.setRGB(70, 90, 0xff0000);
        // A quarter larger than 80 % is the photo itself.
        PersonCrop crop = PersonCrop.around(new Box(19.2, 25.6, 153.6, 204.8), 192, 256);
        float[] planes = read(photo, crop);
        int brightest = 0;
        for (int i = 0; i < 192 * 256; i++) {
            brightest = planes[i] > planes[brightest] ? i : brightest;
        }
        assertThat(brightest % 192).isEqualTo(70);
        assertThat(brightest / 192).isEqualTo(90);
        assertThat(crop.photoX(70)).isCloseTo(70.5, EXACT);
        assertThat(crop.photoY(90)).isCloseTo(90.5, EXACT);
    }

    @Test
    void aMirrorLetsCellsFallUponCells() {
        PersonCrop crop = PersonCrop.around(new Box(10, 20, 300, 500), 192, 256);
        PersonCrop mirror = crop.mirrored(4);
        for (int cell = 0; cell < 48; cell++) {
            assertThat(mirror.photoX(4 * (47 - cell))).isCloseTo(crop.photoX(4 * cell), EXACT);
        }
        assertThat(mirror.photoY(17)).isEqualTo(crop.photoY(17));
    }

    @Test
    void normalizesAsForImageNetWithBlackOutside() {
        BufferedImage photo = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            photo.setRGB(i % 10, i / 10, 0xff8000);
        }
        float[] planes = read(photo, PersonCrop.around(new Box(-5, -5, 20, 20), 8, 8));
        int middle = 4 * 8 + 4;
        assertThat(planes[middle]).isCloseTo((1 - 0.485f) / 0.229f, ROUNDED);
        assertThat(planes[64 + middle]).isCloseTo((128 / 255f - 0.456f) / 0.224f, ROUNDED);
        assertThat(planes[128 + middle]).isCloseTo(-0.406f / 0.225f, ROUNDED);
        assertThat(planes[0]).isCloseTo(-0.485f / 0.229f, ROUNDED);
    }

    private static float[] read(BufferedImage photo, PersonCrop crop) {
        FloatBuffer planes = Tensor.buffer(3 * crop.width() * crop.height());
        crop.read(photo, planes);
        float[] values = new float[planes.capacity()];
        planes.get(0, values);
        return values;
    }
}
