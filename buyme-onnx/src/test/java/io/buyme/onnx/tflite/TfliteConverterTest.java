package io.buyme.onnx.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.testkit.TfliteFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Answers that can be worked out by hand, and files that are not as they should be. */
class TfliteConverterTest {

    private static final int ADD = 0;
    private static final int CONCATENATION = 2;
    private static final int CONV_2D = 3;
    private static final int DEPTHWISE_CONV_2D = 4;
    private static final int DEPTH_TO_SPACE = 5;
    private static final int DEQUANTIZE = 6;
    private static final int MAX_POOL_2D = 17;
    private static final int RESHAPE = 22;
    private static final int RESIZE_BILINEAR = 23;
    private static final int PAD = 34;
    private static final int DENSIFY = 124;

    private static final byte VALID = 1;
    private static final byte RELU = 1;
    private static final byte RELU_6 = 3;
    private static final int ONE_AS_HALF = 0x3C00;
    private static final int TWO_AS_HALF = 0x4000;

    private final TfliteFile file = new TfliteFile();

    @Test
    void addsTheOddZeroOfAStridedConvolutionBehind() {
        int x = file.tensor("x", 1, 1, 4, 1);
        int y = file.tensor("y", 1, 1, 2, 1);
        int kernel = file.floats(new int[] {1, 1, 3, 1}, 1, 10, 100);
        int bias = file.floats(new int[] {1}, 0.5f);
        file.step(CONV_2D, Map.of(1, 2, 2, 1), y, x, kernel, bias);
        assertThat(run(x, y, List.of(1, 1, 4, 1), 1, 2, 3, 4)).containsExactly(321.5f, 43.5f);
    }

    @Test
    void takesPaddingIntoTheConvolutionThatFollows() {
        int x = file.tensor("x", 1, 2, 1, 2);
        int padded = file.tensor("padded", 1, 3, 1, 2);
        int y = file.tensor("y", 1, 2, 1, 2);
        int margins = file.integers(new int[] {4, 2}, 0, 0, 1, 0, 0, 0, 0, 0);
        int kernel = file.floats(new int[] {1, 2, 1, 2}, 1, 10, 100, 1000);
        file.step(PAD, Map.of(), padded, x, margins)
                .step(DEPTHWISE_CONV_2D, Map.of(0, VALID, 1, 1, 2, 1, 3, 1), y, padded, kernel);
        assertThat(run(x, y, List.of(1, 2, 1, 2), 1, 2, 3, 4)).containsExactly(100, 2000, 301, 4020);
    }

    @Test
    void makesAPaddedPictureWhereNoConvolutionFollows() {
        int x = file.tensor("x", 1, 1, 2, 1);
        int y = file.tensor("y", 1, 1, 4, 1);
        file.step(PAD, Map.of(), y, x, file.integers(new int[] {4, 2}, 0, 0, 0, 0, 1, 1, 0, 0));
        assertThat(run(x, y, List.of(1, 1, 2, 1), 5, 6)).containsExactly(0, 5, 6, 0);
    }

    @Test
    void boundsWhatAnActivationBounds() {
        int x = file.tensor("x", 1, 3);
        int y = file.tensor("y", 1, 3);
        file.step(ADD, Map.of(0, RELU_6), y, x, x);
        assertThat(run(x, y, List.of(1, 3), -1, 2, 4)).containsExactly(0, 4, 6);
    }

    @Test
    void poolsOverRowsAndColumns() {
        int x = file.tensor("x", 1, 2, 3, 1);
        int y = file.tensor("y", 1, 1, 2, 1);
        file.step(MAX_POOL_2D, Map.of(1, 2, 2, 2, 3, 2, 4, 2, 5, RELU), y, x);
        assertThat(run(x, y, List.of(1, 2, 3, 1), 1, -7, -5, -2, 4, -3)).containsExactly(4, 0);
    }

    @Test
    void enlargesByTheCentersOfPixels() {
        int x = file.tensor("x", 1, 1, 2, 1);
        int y = file.tensor("y", 1, 2, 4, 1);
        int size = file.integers(new int[] {2}, 2, 4);
        file.step(RESIZE_BILINEAR, Map.of(3, (byte) 1), y, x, size);
        assertThat(run(x, y, List.of(1, 1, 2, 1), 0, 4)).containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }

    @Test
    void enlargesFromCornerToCornerAndByUnevenFactors() {
        int x = file.tensor("x", 1, 1, 2, 1);
        int y = file.tensor("y", 1, 1, 3, 1);
        file.step(RESIZE_BILINEAR, Map.of(2, (byte) 1), y, x, file.integers(new int[] {2}, 1, 3));
        assertThat(run(x, y, List.of(1, 1, 2, 1), 0, 4)).containsExactly(0, 2, 4);
    }

    @Test
    void laysChannelsOutAsPixels() {
        int x = file.tensor("x", 1, 1, 1, 8);
        int y = file.tensor("y", 1, 2, 2, 2);
        file.step(DEPTH_TO_SPACE, Map.of(0, 2), y, x);
        assertThat(run(x, y, List.of(1, 1, 1, 8), 1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void flattensPicturesPixelByPixel() {
        int x = file.tensor("x", 1, 2, 2, 2);
        int doubled = file.tensor("doubled", 1, 2, 2, 2);
        int y = file.tensor("y", 1, 8);
        file.step(ADD, Map.of(), doubled, x, x).step(RESHAPE, Map.of(), y, doubled, file.integers(new int[] {2}, 1, 8));
        assertThat(run(x, y, List.of(1, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(2, 4, 6, 8, 10, 12, 14, 16);
    }

    @Test
    void joinsPicturesAlongTheirChannels() {
        int x = file.tensor("x", 1, 2, 2, 1);
        int y = file.tensor("y", 1, 2, 2, 2);
        file.step(CONCATENATION, Map.of(0, -1), y, x, x);
        assertThat(run(x, y, List.of(1, 2, 2, 1), 1, 2, 3, 4)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
    }

    @Test
    void fillsInTheZerosOfSparseWeightsOfSixteenBits() {
        int x = file.tensor("x", 1, 1, 1, 3);
        int y = file.tensor("y", 1, 1, 1, 2);
        int sparse = file.sparseHalves(
                2, 3, new int[] {0, 1, 3}, new int[] {1, 0, 2}, ONE_AS_HALF, TWO_AS_HALF, ONE_AS_HALF);
        int dense = file.tensor("dense", 2, 1, 1, 3);
        int floats = file.tensor("floats", 2, 1, 1, 3);
        int half = file.halves(new int[] {2}, ONE_AS_HALF, TWO_AS_HALF);
        int bias = file.tensor("bias", 2);
        file.step(DENSIFY, Map.of(), dense, sparse)
                .step(DEQUANTIZE, Map.of(), floats, dense)
                .step(DEQUANTIZE, Map.of(), bias, half)
                .step(CONV_2D, Map.of(1, 1, 2, 1), y, x, floats, bias);
        assertThat(run(x, y, List.of(1, 1, 1, 3), 1, 10, 100)).containsExactly(11, 104);
    }

    @Test
    void leavesOutWhatNoWantedOutputNeeds() {
        int x = file.tensor("x", 1, 2);
        int y = file.tensor("y", 1, 2);
        int unused = file.tensor("unused", 1, 2);
        int unknownOperator = 99;
        file.step(unknownOperator, Map.of(), unused, x).step(ADD, Map.of(), y, x, x);
        assertThat(run(x, y, List.of(1, 2), 1, 2)).containsExactly(2, 4);
    }

    @Test
    void saysWhichOperatorItDoesNotKnow() {
        int x = file.tensor("x", 1, 2);
        int y = file.tensor("y", 1, 2);
        byte[] model = file.step(99, Map.of(), y, x).toBytes(x, y);
        assertThatExceptionOfType(TfliteException.class)
                .isThrownBy(() -> TfliteConverter.convert(model))
                .withMessageContaining("99")
                .withMessageContaining("CONV_2D");
    }

    @Test
    void saysWhichOutputsThereAre() {
        int x = file.tensor("x", 1, 2);
        int y = file.tensor("y", 1, 2);
        byte[] model = file.step(ADD, Map.of(), y, x, x).toBytes(x, y);
        assertThatExceptionOfType(TfliteException.class)
                .isThrownBy(() -> TfliteConverter.convert(model, List.of("z")))
                .withMessageContaining("no output z")
                .withMessageContaining("[y]");
    }

    @Test
    void refusesShapesThatWouldBeStretched() {
        int x = file.tensor("x", 1, 2, 2, 2);
        int y = file.tensor("y", 1, 2, 2, 2);
        int row = file.tensor("row", 1, 1, 2, 2);
        byte[] model = file.step(ADD, Map.of(), y, x, row).toBytes(x, y);
        assertThatExceptionOfType(TfliteException.class).isThrownBy(() -> TfliteConverter.convert(model));
    }

    @Test
    void refusesIndicesOutsideOfASparseTensor() {
        int x = file.tensor("x", 1, 1, 1, 3);
        int y = file.tensor("y", 1, 1, 1, 1);
        int sparse = file.sparseHalves(1, 3, new int[] {0, 1}, new int[] {3}, ONE_AS_HALF);
        byte[] model = file.step(CONV_2D, Map.of(1, 1, 2, 1), y, x, sparse).toBytes(x, y);
        assertThatExceptionOfType(TfliteException.class)
                .isThrownBy(() -> TfliteConverter.convert(model))
                .withMessageContaining("index 3");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatExceptionOfType(TfliteException.class).isThrownBy(() -> TfliteConverter.convert(new byte[0]));
        assertThatExceptionOfType(TfliteException.class).isThrownBy(() -> TfliteConverter.convert(new byte[1000]));
    }

    /** Whatever is damaged, there is a model or our exception, nothing else, and no endless work. */
    @Test
    void survivesDamagedFiles() {
        fillsInTheZerosOfSparseWeightsOfSixteenBits();
        byte[] whole = file.toBytes(0, 1);
        assertThat(TfliteConverter.convert(whole)).isNotEmpty();
        for (int length = 0; length < whole.length; length++) {
            convertDamaged(Arrays.copyOf(whole, length));
        }
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            convertDamaged(damaged);
        }
    }

    private static void convertDamaged(byte[] model) {
        try {
            assertThat(TfliteConverter.convert(model)).isNotEmpty();
        } catch (TfliteException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private float[] run(int input, int output, List<Integer> shape, float... values) {
        byte[] onnx = TfliteConverter.convert(file.toBytes(input, output));
        long[] sizes = shape.stream().mapToLong(Integer::longValue).toArray();
        try (OnnxModel model = OnnxModel.open(onnx, "converted", 1)) {
            return model.run(Map.of("x", Tensor.of(values, sizes)))
                    .values()
                    .iterator()
                    .next()
                    .toArray();
        }
    }
}
