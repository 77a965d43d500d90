package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme evaluate embed}. All measures are means over the queries, 0 to 1, and null without queries.
 *
 * @param facts on the embedder
 * @param index pictures among which was searched
 * @param queries pictures that were searched for
 * @param unanswerable further pictures that have no other of their class in the index, and so were not searched for
 * @param precisionAt1 share of queries whose nearest neighbour is of their class
 * @param precisionAt5 share of the five nearest that are of the query's class
 * @param precisionAt10 share of the ten nearest that are of the query's class
 * @param map mean average precision over the whole ranking
 * @param top1 share of queries whose class the majority of the ten nearest says
 * @param sparsity share of components below 0.001 of their vector's largest magnitude
 * @param byClass measures of the queries of each class
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EmbedScore(
        @JsonUnwrapped EmbedderFacts facts,
        int index,
        int queries,
        int unanswerable,
        @JsonProperty("precision_at_1") @Nullable Double precisionAt1,
        @JsonProperty("precision_at_5") @Nullable Double precisionAt5,
        @JsonProperty("precision_at_10") @Nullable Double precisionAt10,
        @Nullable Double map,
        @Nullable Double top1,
        @Nullable Double sparsity,
        @JsonProperty("by_class") Map<String, ClassScore> byClass) {

    /** Copies the map. */
    public EmbedScore {
        byClass = Collections.unmodifiableMap(new TreeMap<>(byClass));
    }

    /**
     * Measures of the queries of one class.
     *
     * @param precisionAt10 share of the ten nearest that are of the class
     * @param map mean average precision
     * @param top1 share whose class the majority of the ten nearest says
     * @param queries how many
     */
    public record ClassScore(
            @JsonProperty("precision_at_10") @Nullable Double precisionAt10,
            @Nullable Double map,
            @Nullable Double top1,
            int queries) {}
}
