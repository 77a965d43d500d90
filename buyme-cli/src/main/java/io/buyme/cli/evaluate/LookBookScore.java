package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of {@code buyme evaluate lookbook}.
 *
 * @param facts on the embedder
 * @param products drawn, among which was searched
 * @param looks people drawn
 * @param seed of the look book
 * @param partitioned whether only products of the same super-category were searched
 * @param overall of all that is worn
 * @param bySuperCategory of what is worn, by super-category
 */
public record LookBookScore(
        @JsonUnwrapped EmbedderFacts facts,
        int products,
        int looks,
        long seed,
        boolean partitioned,
        @JsonUnwrapped Recall overall,
        @JsonProperty("by_super_category") Map<String, Recall> bySuperCategory) {

    /** Copies the map. */
    public LookBookScore {
        bySuperCategory = Collections.unmodifiableMap(new TreeMap<>(bySuperCategory));
    }
}
