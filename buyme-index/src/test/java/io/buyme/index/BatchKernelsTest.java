package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs this twice, without and with the Vector API. */
class BatchKernelsTest {

    private final Random random = new Random(1);

    static Stream<BatchKernels> kernels() {
        return Stream.concat(Stream.of(new PlainBatchKernels()), VectorKernels.panamaBatch().stream());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void addInnerProductsOfAnyNumberOfQueriesAndRowsInAnyDimension(BatchKernels kernels) {
        for (int dimension : new int[] {1, 2, 3, 4, 5, 16, 17, 111, 112, 113, 300}) {
            for (int rows : new int[] {1, 15, 16, 17, 100, 1024}) {
                for (int queries : new int[] {1, 2, 5, 6, 11}) {
                    assertSumsAreRight(kernels, dimension, rows, queries);
                }
            }
        }
    }

    private void assertSumsAreRight(BatchKernels kernels, int dimension, int rows, int count) {
        float[][] columns = new float[dimension][];
        for (int i = 0; i < dimension; i++) {
            columns[i] = values(Math.min(1024, rows + 3));
        }
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queries.add(values(dimension));
        }
        int rounded = BatchKernels.roundedUp(rows, BatchKernels.ROWS);
        float[][] sums = new float[BatchKernels.roundedUp(count, kernels.side())][rounded];
        for (int i = 0; i < count; i++) {
            sums[i][0] = i;
        }
        kernels.addDots(columns, 0, rows, kernels.arranged(queries), sums, values(kernels.scratch(dimension, rounded)));
        for (int i = 0; i < count; i++) {
            for (int row = 0; row < rows; row += 1 + random.nextInt(20)) {
                double exact = row == 0 ? i : 0;
                for (int j = 0; j < dimension; j++) {
                    exact += (double) queries.get(i)[j] * columns[j][row];
                }
                assertThat((double) sums[i][row]).isCloseTo(exact, within(1e-6 * (dimension + 8)));
            }
        }
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
