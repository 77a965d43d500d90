package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of vectors, and graphs whose rows are compared by them. */
class CodesTest {

    private static final Options CODED = options("int16");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 128, 255, 784, 4096})
    void keepDistancesButForAFactor(int dimension) {
        Codes codes = Codes.reaching(dimension, 1);
        Random random = new Random(dimension);
        CodeMeasure measure = new CodeMeasure(Metric.EUCLIDEAN, dimension, VectorKernels.chosen());
        float[] a = values(random, dimension);
        short[] codeOfA = code(codes, a);
        double scale = Codes.largest(dimension) / 1.25;
        for (int i = 0; i < 50; i++) {
            float[] b = values(random, dimension);
            double exact = ExactScores.squaredDistance(a, b, 0);
            double step = 1 / scale;
            assertThat(measure.distance(codeOfA, code(codes, b)) / (scale * scale))
                    .isCloseTo(exact, within(2 * Math.sqrt(exact * dimension) * step + dimension * step * step));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 512, 8192})
    void neverGoBeyondAnInt(int dimension) {
        Codes codes = Codes.reaching(dimension, 1);
        float[] corner = new float[dimension];
        Arrays.fill(corner, 1e9f);
        short[] code = code(codes, corner);
        assertThat((long) Codes.squaredLength(code))
                .isEqualTo((long) dimension * Codes.largest(dimension) * Codes.largest(dimension));
        CodeMeasure dots = new CodeMeasure(Metric.DOT, dimension, VectorKernels.chosen());
        for (int i = 0; i < 10; i++) {
            assertThat(dots.distance(code, code)).isEqualTo(-(float) Codes.squaredLength(code));
        }
    }

    @Test
    void areOfZerosIfAllVectorsAre() {
        assertThat(code(Codes.reaching(3, 0), new float[3])).containsOnly((short) 0);
    }

    @ParameterizedTest
    @EnumSource(value = Metric.class, names = "DOT", mode = EnumSource.Mode.EXCLUDE)
    void findWhatVectorsFind(Metric metric) {
        EmbeddingSpace space = IndexData.space(metric, 25);
        try (SnapshotableIndex coded = index(space, CODED);
                SnapshotableIndex plain = index(space, options("float32"));
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            for (SnapshotableIndex index : List.of(coded, plain, exact)) {
                index.upsertAll(IndexData.entries(space, 0, 2000));
            }
            double byCodes = IndexData.recall(coded, exact, IndexData.queries(space, 100));
            assertThat(byCodes)
                    .isGreaterThan(0.97)
                    .isCloseTo(IndexData.recall(plain, exact, IndexData.queries(space, 100)), within(0.01));
        }
    }

    @Test
    void reachFartherWhenLongerVectorsCome() {
        EmbeddingSpace space = IndexData.space(Metric.EUCLIDEAN, 12);
        List<IndexEntry> entries = new ArrayList<>(IndexData.entries(space, 0, 600));
        Random random = new Random(5);
        for (int i = 0; i < 600; i++) {
            float[] values = values(random, 12);
            for (int j = 0; j < values.length; j++) {
                values[j] *= 1000 * (1 + i / 100);
            }
            entries.add(new IndexEntry("far" + i, "p", Embedding.of(space, values)));
        }
        try (SnapshotableIndex coded = index(space, CODED);
                SnapshotableIndex plain = index(space, options("float32"));
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            entries.forEach(entry -> coded.upsertAll(List.of(entry)));
            entries.forEach(entry -> plain.upsertAll(List.of(entry)));
            exact.upsertAll(entries);
            List<IndexQuery> far = entries.subList(600, 1200).stream()
                    .map(entry -> IndexQuery.of(entry.embedding(), 5))
                    .toList();
            // Vectors so far apart are badly linked by any measure.
            assertThat(IndexData.recall(coded, exact, far))
                    .isCloseTo(IndexData.recall(plain, exact, far), within(0.02));
        }
    }

    @Test
    void areAskedForByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index(IndexData.space(Metric.COSINE, 4), options("int8")))
                .withMessageContainingAll("traversal", "int16", "int8");
    }

    private static SnapshotableIndex index(EmbeddingSpace space, Options options) {
        return new HnswIndexProvider().create(space, options);
    }

    private static Options options(String traversal) {
        return Options.of(Map.of("exactBelow", "100", "efSearch", "48", "traversal", traversal));
    }

    private static short[] code(Codes codes, float[] vector) {
        short[] code = Codes.room(1, vector.length)[0];
        codes.write(vector, 0, code);
        return code;
    }

    private static float[] values(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
