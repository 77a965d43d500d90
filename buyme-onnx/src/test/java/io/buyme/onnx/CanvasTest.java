package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.PerColor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CanvasTest {

    private static final int GROUND = 0x102030;
    private static final int RED = 0xE01020;
    private static final int BLUE = 0x1020E0;

    @Test
    void keepsAPictureOfItsOwnSizeAsItIs() {
        BufferedImage noise = noise(20, 20);
        assertThat(pixels(format(20, 20, Fit.LETTERBOX).canvas(whole(noise)))).isEqualTo(pixels(noise));
    }

    @ParameterizedTest
    @CsvSource({"550, 800", "3, 900", "900, 3", "1, 1", "7, 5", "2600, 1700"})
    void keepsAColorWhateverTheSize(int width, int height) {
        BufferedImage canvas = format(32, 24, Fit.STRETCH).canvas(whole(plain(width, height, RED)));
        assertThat(pixels(canvas)).containsOnly(RED);
    }

    @Test
    void putsATallPictureInTheMiddleOfTheBackground() {
        BufferedImage canvas = format(20, 20, Fit.LETTERBOX).canvas(whole(plain(100, 200, RED)));
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                assertThat(rgb(canvas, x, y)).isEqualTo(x >= 5 && x < 15 ? RED : GROUND);
            }
        }
    }

    @Test
    void cutsTheMiddleOutOfAWidePicture() {
        BufferedImage wide = plain(300, 100, BLUE);
        wide.createGraphics().drawImage(plain(100, 100, RED), 100, 0, null);
        assertThat(pixels(format(10, 10, Fit.CENTER_CROP).canvas(whole(wide)))).containsOnly(RED);
    }

    @Test
    void averagesAllPixelsWhenItShrinks() {
        BufferedImage checks = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                checks.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        int[] pixels = pixels(format(37, 29, Fit.STRETCH).canvas(whole(checks)));
        assertThat(Arrays.stream(pixels).map(rgb -> rgb & 0xFF))
                .allSatisfy(v -> assertThat(v).isBetween(124, 131));
    }

    @Test
    void keepsTheMeanOfAPicture() {
        BufferedImage noise = noise(333, 271);
        assertThat(mean(format(32, 32, Fit.STRETCH).canvas(whole(noise)))).isCloseTo(mean(noise), within(1.5));
    }

    @Test
    void blendsBetweenPixelsWhenItGrows() {
        BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        two.setRGB(1, 0, 0x0000C8);
        assertThat(pixels(format(4, 1, Fit.STRETCH).canvas(whole(two)))).containsExactly(0, 50, 150, 200);
    }

    @Test
    void cutsToTheMaskAndLeavesOutTheRest() {
        BufferedImage street = plain(100, 100, BLUE);
        street.createGraphics().drawImage(plain(50, 50, RED), 10, 20, null);
        Mask half = Mask.of(100, 100, (x, y) -> x >= 10 && x < 60 && y >= 20 && y < 70 && x < 35 + (y / 45) * 25);
        PictureFormat format = format(54, 54, Fit.LETTERBOX);
        Crop crop = new Crop(street, Optional.of(half), Optional.empty());
        assertThat(format.place(crop).part()).isEqualTo(new Box(9, 19, 52, 52));
        BufferedImage canvas = format.canvas(crop);
        assertThat(rgb(canvas, 10, 10)).isEqualTo(RED);
        assertThat(rgb(canvas, 45, 45)).isEqualTo(RED);
        assertThat(rgb(canvas, 45, 10)).isEqualTo(GROUND);
        assertThat(rgb(canvas, 0, 0)).isEqualTo(GROUND);
        assertThat(Arrays.stream(pixels(canvas)).map(p -> p & 0xFF).max()).hasValue(GROUND & 0xFF);
    }

    @Test
    void ignoresMasksThatMarkNothingOfThePicture() {
        BufferedImage picture = noise(30, 30);
        PictureFormat format = format(16, 16, Fit.LETTERBOX);
        int[] expected = pixels(format.canvas(whole(picture)));
        for (Mask mask : List.of(
                Mask.of(30, 30, (x, y) -> false),
                Mask.of(500, 500, 9, 9, (x, y) -> true),
                Mask.of(30, 0, 5, 5, (x, y) -> true))) {
            assertThat(pixels(format.canvas(new Crop(picture, Optional.of(mask), Optional.empty()))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void showsTheBackgroundThroughWhatIsTransparent() {
        BufferedImage cutOut = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        cutOut.setRGB(0, 0, 0xFF000000 | RED);
        cutOut.setRGB(1, 0, 0x00FFFFFF);
        assertThat(pixels(format(2, 1, Fit.STRETCH).canvas(whole(cutOut)))).containsExactly(RED, GROUND);
    }

    @ParameterizedTest
    @CsvSource({"INT_ARGB, 2", "3BYTE_BGR, 5", "INT_BGR, 4", "4BYTE_ABGR, 6"})
    void readsPicturesOfEveryType(String name, int type) {
        BufferedImage picture = noise(40, 30);
        BufferedImage same = new BufferedImage(40, 30, type);
        same.createGraphics().drawImage(picture, 0, 0, null);
        PictureFormat format = format(24, 24, Fit.LETTERBOX);
        assertThat(pixels(format.canvas(whole(same)))).as(name).isEqualTo(pixels(format.canvas(whole(picture))));
    }

    @Test
    void readsPartsOfPictures() {
        BufferedImage photo = noise(90, 90);
        BufferedImage part = photo.getSubimage(20, 30, 40, 30);
        BufferedImage copy = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(part, 0, 0, null);
        PictureFormat format = format(24, 24, Fit.LETTERBOX);
        assertThat(pixels(format.canvas(whole(part)))).isEqualTo(pixels(format.canvas(whole(copy))));
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    void mapsTheTargetBackToThePart(Fit fit) {
        Placement placement = format(20, 20, fit).place(whole(plain(100, 60, RED)));
        assertThat(placement.toImage(placement.target())).isEqualTo(placement.part());
    }

    @Test
    void mapsBarsBeyondThePicture() {
        Placement placement = format(20, 20, Fit.LETTERBOX).place(whole(plain(100, 60, RED)));
        assertThat(placement.toImage(new Box(0, 0, 20, 20))).isEqualTo(new Box(0, -20, 100, 100));
    }

    @Test
    void makesOneTensorOfManyCrops() {
        PictureFormat format = format(2, 2, Fit.STRETCH);
        Tensor batch = format.tensor(List.of(whole(plain(5, 5, 0x010203)), whole(plain(9, 2, 0x040506))));
        assertThat(batch.shape()).containsExactly(2L, 3L, 2L, 2L);
        assertThat(batch.row(0)).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
        assertThat(batch.row(1)).containsExactly(4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6);
    }

    @Test
    void drawsARegionOfAPhotoWithoutAnythingElse() {
        BufferedImage photo = noise(50, 40);
        BufferedImage canvas = format(10, 20, Fit.LETTERBOX).canvas(photo, new Box(7, 11, 10, 20));
        assertThat(pixels(canvas)).isEqualTo(pixels(photo.getSubimage(7, 11, 10, 20)));
    }

    @Test
    void drawsARegionBeyondThePhotoAsBackground() {
        BufferedImage photo = plain(4, 4, RED);
        BufferedImage canvas = format(12, 12, Fit.STRETCH).canvas(photo, new Box(-1, -1, 6, 6));
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 12; x++) {
                boolean inner = x >= 3 && x < 9 && y >= 3 && y < 9;
                boolean outer = x < 1 || x > 10 || y < 1 || y > 10;
                if (inner || outer) {
                    assertThat(rgb(canvas, x, y)).isEqualTo(inner ? RED : GROUND);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "0, 50", "-50, 0", "0, -50"})
    void drawsNothingOfAPhotoThatTheRegionMisses(int x, int y) {
        assertThat(pixels(format(6, 6, Fit.STRETCH).canvas(noise(30, 30), new Box(x, y, 20, 20))))
                .containsOnly(GROUND);
    }

    @ParameterizedTest
    @CsvSource({"INT_ARGB, 2", "3BYTE_BGR, 5", "INT_BGR, 4", "4BYTE_ABGR, 6"})
    void drawsRegionsOfPhotosOfEveryType(String name, int type) {
        BufferedImage photo = noise(20, 30);
        BufferedImage same = new BufferedImage(20, 30, type);
        same.createGraphics().drawImage(photo, 0, 0, null);
        PictureFormat format = format(16, 8, Fit.LETTERBOX);
        Box region = new Box(-5.5, 3.25, 28, 40);
        assertThat(pixels(format.canvas(same, region))).as(name).isEqualTo(pixels(format.canvas(photo, region)));
    }

    @Test
    void drawsARegionThatStartsBetweenPixels() {
        BufferedImage steps = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 4; x++) {
            steps.setRGB(x, 0, 40 * x);
        }
        assertThat(pixels(format(2, 1, Fit.STRETCH).canvas(steps, new Box(0.5, 0, 2, 1))))
                .containsExactly(20, 60);
    }

    @Test
    void mapsTheCanvasBackToTheRegion() {
        Placement placement = format(64, 128, Fit.LETTERBOX).place(new Box(-10, 20, 320, 640));
        assertThat(placement.toImage(new Box(16, 32, 8, 4))).isEqualTo(new Box(70, 180, 40, 20));
    }

    private static PictureFormat format(int width, int height, Fit fit) {
        return new PictureFormat(
                width,
                height,
                fit,
                GROUND,
                PictureFormat.ChannelOrder.RGB,
                PictureFormat.Layout.NCHW,
                PerColor.all(0),
                PerColor.all(1));
    }

    private static Crop whole(BufferedImage image) {
        return new Crop(image, Optional.empty(), Optional.empty());
    }

    private static BufferedImage plain(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, rgb);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return Arrays.stream(argb).map(p -> p & 0xFFFFFF).toArray();
    }

    private static double mean(BufferedImage image) {
        return Arrays.stream(pixels(image)).map(p -> p & 0xFF).average().orElseThrow();
    }
}
