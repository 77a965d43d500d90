package io.buyme.image;

import static io.buyme.image.ImageAssertions.assertColor;
import static io.buyme.image.ImageAssertions.assertRedAndBlue;
import static io.buyme.image.Samples.RED;
import static io.buyme.image.Samples.redAndBlue;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Photo;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderFormatsTest {

    private final ImageDecoder decoder = ImageDecoder.standard();

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void losslessFormatsKeepEveryColor(String format) {
        BufferedImage image = decode(Samples.encode(redAndBlue(), format));

        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
        assertRedAndBlue(image, format.equals("gif") ? 20 : 0);
    }

    @Test
    void greyKeepsItsNumbersAtEveryDepth() {
        for (int type : new int[] {TYPE_BYTE_GRAY, TYPE_USHORT_GRAY}) {
            BufferedImage grey = new BufferedImage(8, 8, type);
            int sample = type == TYPE_BYTE_GRAY ? 100 : 100 * 257;
            grey.getRaster().setPixel(3, 4, new int[] {sample});

            BufferedImage decoded = decode(Samples.encode(grey, "png"));

            assertThat(decoded.getRGB(3, 4) & 0xffffff).isEqualTo(0x646464);
            assertThat(decoded.getRGB(4, 4) & 0xffffff).isZero();
        }
    }

    @Test
    void decodesGreyJpeg() {
        BufferedImage grey = new BufferedImage(16, 16, TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, 16, 16, filled(16 * 16, 100));

        assertColor(decode(Samples.encode(grey, "jpeg")), 8, 8, 0x646464, 2);
    }

    @Test
    void decodesPaletteAndBilevelPng() {
        assertRedAndBlue(decode(Samples.encode(redAndBlue(64, 48, TYPE_BYTE_INDEXED), "png")), 26);

        BufferedImage bilevel = new BufferedImage(9, 9, TYPE_BYTE_BINARY);
        bilevel.setRGB(3, 4, 0xffffffff);
        BufferedImage decoded = decode(Samples.encode(bilevel, "png"));
        assertColor(decoded, 3, 4, 0xffffff, 0);
        assertColor(decoded, 4, 4, 0, 0);
    }

    @Test
    void decodesSixteenBitColorWithAlpha() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(4, 4);
        raster.setPixel(1, 2, new int[] {0xdc00, 0x2800, 0x2800, 0xffff});
        raster.setPixel(2, 2, new int[] {0, 0, 0, 0x8000});

        BufferedImage decoded = decode(Samples.encode(new BufferedImage(model, raster, false, null), "png"));

        assertColor(decoded, 1, 2, RED, 1);
        assertColor(decoded, 2, 2, 0x7f7f7f, 1);
        assertColor(decoded, 3, 3, 0xffffff, 0);
    }

    @Test
    void transparentPixelsBecomeWhite() {
        BufferedImage image = new BufferedImage(4, 1, TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff000000 | RED);
        image.setRGB(1, 0, 0x80000000);

        BufferedImage decoded = decode(Samples.encode(image, "png"));

        assertColor(decoded, 0, 0, RED, 0);
        assertColor(decoded, 1, 0, 0x7f7f7f, 1);
        assertColor(decoded, 2, 0, 0xffffff, 0);
    }

    @Test
    void transparentPaletteColorsBecomeWhite() {
        byte[] red = {(byte) 0xdc, 0};
        byte[] others = {0x28, 0};
        IndexColorModel palette = new IndexColorModel(1, 2, red, others, others, 1);
        BufferedImage image = new BufferedImage(8, 1, TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(5, 0, 0, 1);

        for (String format : new String[] {"png", "gif"}) {
            BufferedImage decoded = decode(Samples.encode(image, format));
            assertColor(decoded, 4, 0, RED, 0);
            assertColor(decoded, 5, 0, 0xffffff, 0);
        }
    }

    @Test
    void decodesWebp() {
        BufferedImage lossless = decode(Samples.WEBP_LOSSLESS);
        assertThat(lossless.getWidth()).isEqualTo(16);
        assertThat(lossless.getHeight()).isEqualTo(12);
        assertRedAndBlue(lossless, 0);
        assertColor(lossless, 12, 10, 0xffffff, 0);

        assertRedAndBlue(decode(Samples.WEBP_LOSSY), 12);

        BufferedImage alpha = decode(Samples.WEBP_LOSSY_ALPHA);
        assertRedAndBlue(alpha, 12);
        assertColor(alpha, 12, 10, 0xffffff, 0);
    }

    @Test
    void takesTheFirstFrameOfAnAnimation() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(redAndBlue(), null, null), null);
            writer.writeToSequence(new IIOImage(Samples.plain(0xffffff), null, null), null);
            writer.endWriteSequence();
        }

        assertRedAndBlue(decode(bytes.toByteArray()), 20);
    }

    @ParameterizedTest
    @MethodSource("onePixelPictures")
    void decodesAPictureOfOnePixel(byte[] bytes) {
        BufferedImage image = decode(bytes);

        assertThat(image.getWidth()).isEqualTo(1);
        assertThat(image.getHeight()).isEqualTo(1);
        assertColor(image, 0, 0, RED, 26);
    }

    static Stream<byte[]> onePixelPictures() {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        pixel.setRGB(0, 0, RED);
        return Stream.of("png", "jpeg", "gif", "bmp").map(format -> Samples.encode(pixel, format));
    }

    @Test
    void theContentDecidesTheFormatWhateverTheName(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("holiday.jpg");
        Files.write(file, Samples.encode(redAndBlue(8, 8, TYPE_4BYTE_ABGR), "png"));

        assertRedAndBlue(decoder.decode(file), 0);
    }

    @Test
    void aPhotoReadsItsFileEachTimeItIsAsked(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("later.png");
        Photo photo = decoder.photo(file);
        Files.write(file, Samples.encode(redAndBlue(), "png"));

        assertThat(photo.name()).isEqualTo("later.png");
        assertRedAndBlue(photo.read(), 0);
        assertThat(photo.read()).isNotSameAs(photo.read());
        assertRedAndBlue(decoder.photo(Files.readAllBytes(file), "bytes").read(), 0);
    }

    private BufferedImage decode(byte[] bytes) {
        return decoder.decode(bytes, "sample");
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }
}
