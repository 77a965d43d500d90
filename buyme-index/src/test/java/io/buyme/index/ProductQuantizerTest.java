package io.buyme.index;

import static io.buyme.index.IvfData.blobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductQuantizerTest {

    @Test
    void errsLessWithMoreParts() {
        float[][] vectors = blobs(20, 60, 24, 30, 1);
        double last = Double.MAX_VALUE;
        for (int parts : new int[] {1, 2, 4, 8, 12, 24}) {
            double error = error(ProductQuantizer.train(vectors, parts, new Random(1)), vectors);
            assertThat(error).as(parts + " parts").isLessThan(last * 0.9);
            last = error;
        }
    }

    @Test
    void isExactWhereThereAreNoMorePointsThanCodewords() {
        float[][] vectors = blobs(200, 1, 10, 0, 2);
        ProductQuantizer quantizer = ProductQuantizer.train(vectors, 3, new Random(1));
        assertThat(error(quantizer, vectors)).isLessThan(1e-6);
        assertThat(quantizer.codewords()).isEqualTo(200);
    }

    /** Of seven dimensions, parts have one length or two. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7})
    void readsFromATableTheInnerProductWithWhatACodeStandsFor(int parts) {
        float[][] vectors = blobs(10, 50, 7, 20, 3);
        ProductQuantizer quantizer = ProductQuantizer.train(vectors, parts, new Random(1));
        float[] query = blobs(1, 1, 7, 1, 4)[0];
        float[] table = quantizer.minusDots(query);
        float[] decoded = new float[7];
        byte[] codes = new byte[3 + parts];
        for (float[] vector : vectors) {
            quantizer.encode(vector, codes, 3);
            quantizer.decode(codes, 3, decoded);
            double expected = -ExactScores.dot(query, decoded, 0);
            assertThat((double) ProductQuantizer.sum(table, codes, 3, parts)).isCloseTo(expected, within(1e-2));
        }
    }

    private static double error(ProductQuantizer quantizer, float[][] vectors) {
        byte[] codes = new byte[quantizer.parts()];
        float[] decoded = new float[quantizer.dimension()];
        return Arrays.stream(vectors)
                .mapToDouble(vector -> {
                    quantizer.encode(vector, codes, 0);
                    quantizer.decode(codes, 0, decoded);
                    return ExactScores.squaredDistance(vector, decoded, 0);
                })
                .average()
                .orElseThrow();
    }
}
