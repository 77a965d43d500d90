package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    private static final EmbeddingSpace COSINE = new EmbeddingSpace("m", "1", 2, Metric.COSINE);

    @Test
    void similarityFollowsTheMetric() {
        assertThat(similarity(Metric.COSINE)).isEqualTo(2 / Math.sqrt(5), within(1e-6));
        assertThat(similarity(Metric.DOT)).isEqualTo(4);
        assertThat(similarity(Metric.EUCLIDEAN)).isEqualTo(-1);
    }

    @Test
    void copiesItsValues() {
        float[] values = {1, 2};
        Embedding embedding = Embedding.of(COSINE, values);
        values[0] = 9;
        embedding.toArray()[1] = 9;
        assertThat(embedding.toArray()).containsExactly(1, 2);
    }

    @Test
    void refusesWhatHasNoSimilarity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedding.of(COSINE, 1))
                .withMessage("space m/1/2/cosine wants 2 values, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(COSINE, 1, Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(COSINE, 0, 0));
    }

    @Test
    void spacesThatDifferHaveDifferentIds() {
        assertThat(new EmbeddingSpace("a/b", "c", 2, Metric.DOT).id()).isEqualTo("a/b/c/2/dot");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingSpace("a", "b/c", 2, Metric.DOT));
    }

    @Test
    void refusesToCompareAcrossSpaces() {
        Embedding other = Embedding.of(new EmbeddingSpace("m", "2", 2, Metric.COSINE), 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedding.of(COSINE, 1, 0).similarity(other))
                .withMessageContaining("m/1/2/cosine")
                .withMessageContaining("m/2/2/cosine");
    }

    private static double similarity(Metric metric) {
        EmbeddingSpace space = new EmbeddingSpace("m", "1", 2, metric);
        return Embedding.of(space, 2, 0).similarity(Embedding.of(space, 2, 1));
    }
}
