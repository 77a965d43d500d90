package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of {@code buyme evaluate pairs}.
 *
 * @param facts on the embedder
 * @param crops what the embedder saw: {@code mask}, {@code predicted_mask}, {@code box} or {@code whole_photo}
 * @param gallery crops among which was searched, less those of the query's own photo
 * @param pairs pairs of photos that gave a query
 * @param pairsUnused pairs of which a photo is not annotated, or that have no category in common
 * @param overall of all queries
 * @param byCategory of the queries of each category
 */
public record PairsScore(
        @JsonUnwrapped EmbedderFacts facts,
        String crops,
        int gallery,
        int pairs,
        @JsonProperty("pairs_unused") int pairsUnused,
        @JsonUnwrapped Recall overall,
        @JsonProperty("by_category") Map<String, Recall> byCategory) {

    /** Copies the map. */
    public PairsScore {
        byCategory = Collections.unmodifiableMap(new TreeMap<>(byCategory));
    }
}
