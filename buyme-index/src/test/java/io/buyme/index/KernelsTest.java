package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs this twice, without and with the Vector API. */
class KernelsTest {

    private static final String EXPECTED = System.getProperty("buyme.test.kernels", "plain Java");

    private final Random random = new Random(1);

    static Stream<Kernels> kernels() {
        return Stream.concat(Stream.of(new ScalarKernels()), VectorKernels.panama().stream());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void agreeWithDoublePrecisionForAnyLengthAndPlace(Kernels kernels) {
        float[] a = values(600);
        float[] rows = values(5000);
        float[] sums = new float[6];
        for (int length = 0; length <= 520; length += length < 70 ? 1 : 45) {
            int from = random.nextInt(50);
            int at = random.nextInt(1000);
            kernels.squaredDistances(
                    a, from, rows, at, rows, at + 1000, rows, at + 2000, rows, at + 3000, length, sums, 1);
            for (int i = 0; i < 4; i++) {
                double exact = squaredDistance(a, from, rows, at + 1000 * i, length);
                assertIsClose(kernels.squaredDistance(a, from, rows, at + 1000 * i, length), exact, exact);
                assertIsClose(sums[1 + i], exact, exact);
            }
            kernels.dots(a, from, rows, at, rows, at + 1000, rows, at + 2000, rows, at + 3000, length, sums, 1);
            for (int i = 0; i < 4; i++) {
                double exact = dot(a, from, rows, at + 1000 * i, length);
                assertIsClose(kernels.dot(a, from, rows, at + 1000 * i, length), exact, length);
                assertIsClose(sums[1 + i], exact, length);
            }
            assertThat(sums[0]).isZero();
            assertThat(sums[5]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sumUpIntsAndGoRound(Kernels kernels) {
        for (int length = 0; length <= 96; length += 16) {
            int[] numbers = random.ints(length).toArray();
            assertThat(kernels.sum(numbers)).isEqualTo(IntStream.of(numbers).sum());
        }
    }

    @Test
    void areTheFastestThatTheJvmWasStartedWith() {
        assertThat(VectorKernels.inUse()).startsWith(EXPECTED);
        assertThat(kernels()).hasSize(EXPECTED.equals("plain Java") ? 1 : 2);
    }

    @Test
    void sayWhichFlagWouldMakeSearchesFaster() {
        if (EXPECTED.equals("plain Java")) {
            assertThat(VectorKernels.fasterWith()).contains("--add-modules jdk.incubator.vector");
        } else {
            assertThat(VectorKernels.fasterWith()).isEmpty();
        }
    }

    private static void assertIsClose(float value, double exact, double scale) {
        assertThat((double) value).isCloseTo(exact, within(1e-5 * Math.max(1e-3, scale)));
    }

    private static double squaredDistance(float[] a, int fromA, float[] b, int fromB, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double difference = (double) a[fromA + i] - b[fromB + i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double dot(float[] a, int fromA, float[] b, int fromB, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
