package io.buyme.cli.rerank;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme train rerank}.
 *
 * @param queries that were learned from
 * @param heldBack queries that were measured with
 * @param weightsBefore by signal
 * @param weightsAfter by signal
 * @param before the order by the weights before, of the queries held back
 * @param after the order by the weights learned, of the same queries
 * @param expectedCalibrationError of the probabilities, of the queries held back; null if clicks were learned from
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LessonScore(
        int queries,
        int heldBack,
        Map<String, Double> weightsBefore,
        Map<String, Double> weightsAfter,
        ClickScore before,
        ClickScore after,
        @Nullable Double expectedCalibrationError) {

    /**
     * Where the labelled products come in the lists that have some; means over the queries.
     *
     * @param recallAt1 share of them that comes first
     * @param recallAt5 share among the first five
     * @param recallAt10 share among the first ten
     * @param ndcgAt10 normalized discounted cumulative gain of the first ten
     */
    public record ClickScore(
            @JsonProperty("recall_at_1") double recallAt1,
            @JsonProperty("recall_at_5") double recallAt5,
            @JsonProperty("recall_at_10") double recallAt10,
            @JsonProperty("ndcg_at_10") double ndcgAt10) {}
}
