package io.buyme.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderRobustnessTest {

    private static final ImageDecoder DECODER = ImageDecoder.withLimits(1 << 20, 1 << 14);

    static Stream<Arguments> pictures() {
        BufferedImage image = Samples.redAndBlue();
        return Stream.concat(
                Stream.of("jpeg", "png", "gif", "bmp").map(f -> Arguments.of(f, Samples.encode(image, f))),
                Stream.of(
                        Arguments.of("lossless webp", Samples.WEBP_LOSSLESS),
                        Arguments.of("lossy webp", Samples.WEBP_LOSSY_ALPHA),
                        Arguments.of(
                                "webp with exif",
                                Samples.webpWith(Samples.WEBP_LOSSY, 0x08, "EXIF", Samples.tiff(6)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void corruptedBytesDecodeOrAreRefused(String name, byte[] sound) {
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 150; round++) {
            byte[] corrupted = sound.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                corrupted[random.nextInt(corrupted.length)] = (byte) random.nextInt(256);
            }
            decodesOrIsRefused(corrupted);
        }
    }

    @Test
    void corruptedPngWithRightChecksumsDecodesOrIsRefused() {
        Random random = new Random(5);
        byte[] header = Samples.pngHeader(8, 8);
        for (int round = 0; round < 300; round++) {
            byte[] palette = new byte[random.nextInt(800)];
            byte[] pixels = new byte[random.nextInt(200)];
            random.nextBytes(pixels);
            byte[] body = {0, 0, 0, 8, 0, 0, 0, 8, (byte) (1 << random.nextInt(5)), (byte) random.nextInt(7), 0, 0, 0};
            byte[] start = Samples.concat(Arrays.copyOf(header, 8), Samples.pngChunk("IHDR", body));
            decodesOrIsRefused(Samples.concat(
                    start,
                    Samples.pngChunk("PLTE", palette),
                    Samples.pngChunk("tRNS", new byte[random.nextInt(300)]),
                    Samples.pngChunk("IDAT", pixels),
                    Samples.pngChunk("IEND", new byte[0])));
        }
    }

    private static void decodesOrIsRefused(byte[] bytes) {
        try {
            assertThat(DECODER.decode(bytes, "fuzz").getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        } catch (UnreadableImageException refused) {
            assertThat(refused).hasMessageContaining("fuzz");
        }
    }

    @Test
    void manyThreadsShareADecoder() throws Exception {
        List<byte[]> files = pictures().map(p -> (byte[]) p.get()[1]).toList();
        List<int[]> expected =
                files.stream().map(ImageDecoderRobustnessTest::pixels).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<int[]>> results = new ArrayList<>();
            for (int i = 0; i < 40 * files.size(); i++) {
                byte[] file = files.get(i % files.size());
                results.add(threads.submit(() -> pixels(file)));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(expected.get(i % files.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int[] pixels(byte[] file) {
        return RgbPixels.of(DECODER.decode(file, "shared"));
    }
}
