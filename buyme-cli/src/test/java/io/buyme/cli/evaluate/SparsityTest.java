package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparsityTest {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("test", "1", 4, Metric.EUCLIDEAN);

    @Test
    void componentsFarBelowTheLargestCountAsZero() {
        assertThat(Sparsity.of(Embedding.of(SPACE, -2, 0.0019f, 0.0021f, 0))).isEqualTo(0.5);
    }

    @Test
    void theScaleOfTheVectorDoesNotMatter() {
        assertThat(Sparsity.of(Embedding.of(SPACE, 2e-8f, 1e-8f, 1e-12f, 0))).isEqualTo(0.5);
        assertThat(Sparsity.of(Embedding.of(SPACE, 0, 0, 0, 0))).isEqualTo(1);
    }

    @Test
    void theMeanIsOverVectors() {
        assertThat(Sparsity.mean(List.of(Embedding.of(SPACE, 1, 1, 1, 1), Embedding.of(SPACE, 1, 0, 0, 0))))
                .hasValue(0.375);
        assertThat(Sparsity.mean(List.of())).isEmpty();
    }
}
