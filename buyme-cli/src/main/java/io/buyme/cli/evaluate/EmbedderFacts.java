package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.api.EmbeddingSpace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which embedder was measured, and how it fared apart from the quality of its vectors.
 *
 * @param embedder its id
 * @param version of its space
 * @param dimension of its vectors
 * @param msPerImage mean wall time of the embedder alone, without reading pictures; null if none was embedded
 * @param failed pictures that could not be read or embedded; not scored
 * @param failures the pictures behind {@code failed}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EmbedderFacts(
        String embedder,
        String version,
        int dimension,
        @Nullable Double msPerImage,
        int failed,
        List<Failure> failures) {

    /** Copies the list. */
    public EmbedderFacts {
        failures = List.copyOf(failures);
    }

    static EmbedderFacts of(EmbeddingSpace space, SampleEmbedder run) {
        List<Failure> failures = run.failures();
        return new EmbedderFacts(
                space.model(), space.version(), space.dimension(), run.msPerImage(), failures.size(), failures);
    }
}
