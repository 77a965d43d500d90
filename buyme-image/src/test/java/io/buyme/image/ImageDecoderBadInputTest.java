package io.buyme.image;

import static io.buyme.image.Samples.ascii;
import static io.buyme.image.Samples.concat;
import static io.buyme.image.Samples.encode;
import static io.buyme.image.Samples.redAndBlue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.buyme.image.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderBadInputTest {

    static Reason reasonFor(byte[] bytes) {
        return failure(bytes).reason();
    }

    private static UnreadableImageException failure(byte[] bytes) {
        return catchThrowableOfType(
                UnreadableImageException.class, () -> ImageDecoder.standard().decode(bytes, "sample"));
    }

    private static UnreadableImageException failure(Path file) {
        return catchThrowableOfType(
                UnreadableImageException.class, () -> ImageDecoder.standard().decode(file));
    }

    @Test
    void namesAMissingFile(@TempDir Path directory) {
        Path file = directory.resolve("none.jpg");

        assertThat(failure(file).reason()).isEqualTo(Reason.MISSING);
        assertThat(failure(file)).hasMessageContaining("none.jpg").hasMessageContaining("check the path");
    }

    @Test
    void tellsADirectoryFromAFile(@TempDir Path directory) {
        assertThat(failure(directory).reason()).isEqualTo(Reason.NOT_A_FILE);
    }

    @Test
    void tellsAnEmptyFile(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("empty.jpg"));

        assertThat(failure(file).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] jpeg = encode(redAndBlue(), "jpg");
        int scan = jpeg.length - 3;
        while ((jpeg[scan] & 0xff) != 0xff || (jpeg[scan + 1] & 0xff) != 0xda) {
            scan--;
        }
        byte[] bomb = Arrays.copyOf(jpeg, jpeg.length - 2);
        for (int i = 0; i < 100; i++) {
            bomb = concat(bomb, Arrays.copyOfRange(jpeg, scan, jpeg.length - 2));
        }
        bomb = concat(bomb, Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));

        assertThat(failure(bomb).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(failure(bomb)).hasMessageContaining("more than 100 scans");
    }

    @Test
    void tellsATextCalledJpg(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("note.jpg"), "dear diary");

        assertThat(failure(file).reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(failure(file)).hasMessageContaining("looks like a text").hasMessageContaining("convert it");
    }

    @ParameterizedTest
    @CsvSource({"<html><body>,HTML", "%PDF-1.7,PDF", "....ftypheic,HEIC", "....ftypavif,AVIF", "'II*\0',TIFF"})
    void saysWhatAnUnknownFormatLooksLike(String start, String expected) {
        UnreadableImageException failure = failure(ascii(start));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(failure).hasMessageContaining(expected);
    }

    @Test
    void countsBytesBeforeReadingThem(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("big.jpg"), new byte[101]);
        ImageDecoder strict = ImageDecoder.withLimits(100, 1_000_000);

        UnreadableImageException ofFile =
                catchThrowableOfType(UnreadableImageException.class, () -> strict.decode(file));
        UnreadableImageException ofBytes =
                catchThrowableOfType(UnreadableImageException.class, () -> strict.decode(new byte[101], "big"));

        assertThat(ofFile.reason()).isEqualTo(Reason.TOO_MANY_BYTES);
        assertThat(ofBytes.reason()).isEqualTo(Reason.TOO_MANY_BYTES);
        assertThat(ofFile).hasMessageContaining("101").hasMessageContaining("100");
    }

    @Test
    void limitsAreInclusive() {
        byte[] png = encode(redAndBlue(), "png");

        ImageDecoder.withLimits(png.length, 64 * 48).decode(png, "fits");

        assertThat(catchThrowableOfType(
                                UnreadableImageException.class,
                                () -> ImageDecoder.withLimits(png.length, 64 * 48 - 1)
                                        .decode(png, "too large"))
                        .reason())
                .isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void limitsMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageDecoder.withLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageDecoder.withLimits(1, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeHeaders")
    void refusesHugePicturesByTheirHeader(String name, byte[] header) {
        UnreadableImageException failure = failure(header);

        assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(failure).hasMessageContaining("60,000 x 60,000");
    }

    static Stream<Arguments> hugeHeaders() {
        int side = 60_000;
        byte[] jpeg = encode(redAndBlue(), "jpeg");
        int frame = indexOf(jpeg, 0xff, 0xc0);
        patch(jpeg, frame + 5, side >> 8, side, side >> 8, side);
        byte[] gif = encode(redAndBlue(), "gif");
        int descriptor = indexOf(gif, 0x2c, 0, 0, 0, 0);
        patch(gif, descriptor + 5, side, side >> 8, side, side >> 8);
        byte[] webp = Samples.webpWith(Samples.WEBP_LOSSLESS, 0, "EXIF", new byte[0]);
        patch(webp, 24, side - 1, (side - 1) >> 8, 0, side - 1, (side - 1) >> 8, 0);
        return Map.of("png", Samples.pngHeader(side, side), "jpeg", jpeg, "gif", gif, "webp", webp).entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void refusesABmpThatClaimsMorePixelsThanItHasBytes() {
        byte[] bmp = encode(redAndBlue(), "bmp");
        patch(bmp, 18, 60_000, 60_000 >> 8, 0, 0, 60_000, 60_000 >> 8, 0, 0);

        assertThat(reasonFor(bmp)).isEqualTo(Reason.DAMAGED);
    }

    private static int indexOf(byte[] bytes, int... wanted) {
        for (int start = 0; start <= bytes.length - wanted.length; start++) {
            int matched = 0;
            while (matched < wanted.length && bytes[start + matched] == (byte) wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return start;
            }
        }
        throw new IllegalArgumentException("not found");
    }

    private static void patch(byte[] bytes, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) values[i];
        }
    }

    @Test
    void refusesAPictureWithoutExtent() {
        assertThat(reasonFor(Samples.pngHeader(0, 10))).isEqualTo(Reason.DAMAGED);
        assertThat(reasonFor(Samples.pngHeader(-5, 10))).isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({
        "jpeg,2", "jpeg,50", "jpeg,90", "png,5", "png,50", "png,99", "gif,5", "gif,50", "gif,90", "bmp,1", "bmp,50",
        "bmp,99"
    })
    void refusesTruncatedPictures(String format, int percent) {
        byte[] whole = encode(noisy(), format);

        UnreadableImageException failure = failure(Arrays.copyOf(whole, whole.length * percent / 100));

        assertThat(failure.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(failure).hasMessageContaining("damaged").hasMessageContaining("again");
    }

    private static BufferedImage noisy() {
        Random random = new Random(1);
        BufferedImage image = redAndBlue();
        for (int i = 0; i < 3000; i++) {
            image.setRGB(random.nextInt(64), random.nextInt(48), random.nextInt());
        }
        return image;
    }

    @Test
    void refusesTruncatedWebp() {
        byte[] webp = Samples.WEBP_LOSSY;

        assertThat(reasonFor(Arrays.copyOf(webp, webp.length - 10))).isEqualTo(Reason.DAMAGED);
        assertThat(reasonFor(Arrays.copyOf(webp, 14))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aJpegThatOnlyLacksItsEndMarkerIsWhole() {
        byte[] jpeg = encode(redAndBlue(), "jpeg");

        ImageAssertions.assertRedAndBlue(
                ImageDecoder.standard().decode(Arrays.copyOf(jpeg, jpeg.length - 2), "webcam"), 8);
    }

    @Test
    void refusesAPngWithAWrongChecksum() {
        byte[] png = encode(redAndBlue(), "png");
        png[indexOf(png, 'I', 'D', 'A', 'T') + 12] ^= 1;

        assertThat(failure(png)).hasMessageContaining("checksum of its IDAT chunk");
    }

    @Test
    void refusesABmpWithAnAbsurdPalette() {
        byte[] bmp = encode(redAndBlue(), "bmp");
        patch(bmp, 46, 0xff, 0xff, 0xff, 0x7f);

        assertThat(failure(bmp)).hasMessageContaining("palette");
    }

    @Test
    void refusesAJpegThatIsNothingButAHeader() {
        assertThat(reasonFor(concat(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})))
                .isEqualTo(Reason.DAMAGED);
    }
}
