package io.buyme.image;

import static io.buyme.image.ImageAssertions.assertColor;
import static io.buyme.image.ImageAssertions.assertRedAndBlue;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderMetadataTest {

    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final int HALF = 0x808080;
    private static final int HALF_OF_THE_LIGHT = 0xbcbcbc; // 128 / 255 by the sRGB curve (IEC 61966-2-1)

    /** Expected: the stored corners red, green, blue, white (row by row) as they lie in the upright picture. */
    @ParameterizedTest
    @CsvSource({"1,RGBW", "2,GRWB", "3,WBGR", "4,BWRG", "5,RBGW", "6,BRWG", "7,WGBR", "8,GWRB"})
    void exifOrientationTurnsThePictureUpright(int orientation, String corners) {
        byte[] jpeg = Samples.encode(corners(64, 32), "jpeg");
        byte[] segment = Samples.concat(Samples.ascii("Exif\0\0"), Samples.tiff(orientation));

        BufferedImage upright = decode(Samples.jpegWith(jpeg, 0xe1, segment));

        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
        assertThat(upright.getHeight()).isEqualTo(orientation < 5 ? 32 : 64);
        assertThat(read(upright)).isEqualTo(corners);
    }

    @Test
    void orientationOfPngAndWebpCounts() {
        byte[] png = Samples.pngWith(Samples.encode(corners(64, 32), "png"), "eXIf", Samples.tiff(6));
        byte[] webp = Samples.webpWith(Samples.WEBP_LOSSY, 0x08, "EXIF", Samples.tiff(2));

        assertThat(read(decode(png))).isEqualTo("BRWG");
        assertColor(decode(webp), 4, 6, Samples.BLUE, 12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 4711})
    void aSenselessOrientationIsPassedOver(int orientation) {
        byte[] png = Samples.pngWith(Samples.encode(Samples.redAndBlue(), "png"), "eXIf", Samples.tiff(orientation));

        assertRedAndBlue(decode(png), 0);
    }

    @Test
    void brokenExifIsPassedOver() {
        byte[] png = Samples.encode(Samples.redAndBlue(), "png");

        assertRedAndBlue(decode(Samples.pngWith(png, "eXIf", Arrays.copyOf(Samples.tiff(6), 11))), 0);
        assertRedAndBlue(decode(Samples.pngWith(png, "eXIf", new byte[0])), 0);
    }

    @Test
    void embeddedProfileIsAppliedInEveryFormat() {
        byte[] jpeg = Samples.encode(Samples.plain(HALF), "jpeg");
        byte[] png = Samples.encode(Samples.plain(HALF), "png");

        BufferedImage fromJpeg = decode(Samples.jpegWith(jpeg, 0xe2, Samples.iccSegment(LINEAR)));
        BufferedImage fromPng = decode(Samples.pngWith(png, "iCCP", Samples.iccChunkBody(LINEAR)));

        assertThat(fromJpeg.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        assertColor(fromJpeg, 9, 9, HALF_OF_THE_LIGHT, 2);
        assertColor(fromPng, 9, 9, HALF_OF_THE_LIGHT, 2);
    }

    @Test
    void profileOfWebpIsApplied() {
        BufferedImage plain = decode(Samples.WEBP_LOSSLESS);
        BufferedImage linear = decode(Samples.webpWith(Samples.WEBP_LOSSLESS, 0x20, "ICCP", LINEAR));

        assertThat(linear.getRGB(2, 2) & 0xff).isGreaterThan((plain.getRGB(2, 2) & 0xff) + 50);
    }

    @Test
    void transparencyIsFlattenedOnWhiteWithAProfileToo() {
        byte[] png = Samples.encode(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png");

        assertColor(decode(Samples.pngWith(png, "iCCP", Samples.iccChunkBody(LINEAR))), 1, 1, 0xffffff, 1);
    }

    @Test
    void srgbProfileChangesNothing() {
        byte[] png = Samples.encode(Samples.redAndBlue(), "png");

        assertRedAndBlue(decode(Samples.pngWith(png, "iCCP", Samples.iccChunkBody(SRGB))), 0);
    }

    @Test
    void brokenProfileIsPassedOver() {
        byte[] jpeg = Samples.encode(Samples.redAndBlue(), "jpeg");
        byte[] png = Samples.encode(Samples.redAndBlue(), "png");
        byte[] headless = LINEAR.clone();
        Arrays.fill(headless, 0, 128, (byte) 7);
        byte[] tagless = LINEAR.clone();
        Arrays.fill(tagless, 132, tagless.length, (byte) 0x55);

        for (byte[] broken : new byte[][] {headless, tagless, Arrays.copyOf(LINEAR, 100), new byte[0]}) {
            assertRedAndBlue(decode(Samples.jpegWith(jpeg, 0xe2, Samples.iccSegment(broken))), 8);
            assertRedAndBlue(decode(Samples.pngWith(png, "iCCP", Samples.iccChunkBody(broken))), 0);
        }
        assertRedAndBlue(decode(Samples.pngWith(png, "iCCP", Samples.ascii("name\0\0no zlib"))), 0);
    }

    private static BufferedImage decode(byte[] bytes) {
        return ImageDecoder.standard().decode(bytes, "sample");
    }

    private static BufferedImage corners(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                int top = left ? 0xff0000 : 0x00ff00;
                int bottom = left ? 0x0000ff : 0xffffff;
                image.setRGB(x, y, y < height / 2 ? top : bottom);
            }
        }
        return image;
    }

    private static String read(BufferedImage image) {
        int right = image.getWidth() - 6;
        int bottom = image.getHeight() - 6;
        return letter(image.getRGB(5, 5))
                + letter(image.getRGB(right, 5))
                + letter(image.getRGB(5, bottom))
                + letter(image.getRGB(right, bottom));
    }

    private static String letter(int rgb) {
        boolean red = ((rgb >> 16) & 0xff) > 128;
        boolean green = ((rgb >> 8) & 0xff) > 128;
        boolean blue = (rgb & 0xff) > 128;
        return red && green && blue ? "W" : red ? "R" : green ? "G" : blue ? "B" : "?";
    }
}
