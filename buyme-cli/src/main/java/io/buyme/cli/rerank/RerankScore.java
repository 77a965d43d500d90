package io.buyme.cli.rerank;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.cli.evaluate.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme evaluate rerank}.
 *
 * @param space of the embedder
 * @param trials one for each set of questions
 * @param failed pictures that could not be read
 * @param failures which
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RerankScore(String space, List<TrialScore> trials, int failed, List<Failure> failures) {

    /** Copies the lists. */
    public RerankScore {
        trials = List.copyOf(trials);
        failures = List.copyOf(failures);
    }

    /**
     * The figures of one set of questions.
     *
     * @param trial its name
     * @param products on sale
     * @param queries that have a good match among them
     * @param nearest what is nearest first
     * @param reranked by the weighted signals, every product for itself
     * @param diversified the same with variants under one match each, and variety
     * @param reliability of the probabilities; null without a calibration for the embedder
     * @param notices whether it is said when there is nothing good; null without a calibration for the embedder
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrialScore(
            String trial,
            int products,
            int queries,
            OrderScore nearest,
            OrderScore reranked,
            OrderScore diversified,
            @Nullable Reliability reliability,
            @Nullable Notices notices) {}

    /**
     * Means over the queries, of lists of ten.
     *
     * @param recallAt1 share of queries with a right answer first
     * @param recallAt5 share with one among the first five
     * @param recallAt10 share with one among the first ten
     * @param precisionAt10 share of good matches
     * @param ndcgAt10 normalized discounted cumulative gain
     * @param diversity mean of one minus cosine over the pairs of a list
     * @param msPerQuery time to rank the candidates
     */
    public record OrderScore(
            @JsonProperty("recall_at_1") double recallAt1,
            @JsonProperty("recall_at_5") double recallAt5,
            @JsonProperty("recall_at_10") double recallAt10,
            @JsonProperty("precision_at_10") double precisionAt10,
            @JsonProperty("ndcg_at_10") double ndcgAt10,
            double diversity,
            @JsonProperty("ms_per_query") double msPerQuery) {}

    /**
     * Whether the notice comes when it should.
     *
     * @param queries that were asked twice: with everything on sale, and with all products of their kind taken off
     * @param present share of notices though there is a product of the kind on sale
     * @param shown share of notices though the first product listed is of the kind
     * @param absent share of notices when there is none
     * @param area probability that the best product of a catalogue that has the kind is called likelier than that of one
     *     that has not: the area under the ROC curve
     */
    public record Notices(int queries, double present, double shown, double absent, double area) {}
}
