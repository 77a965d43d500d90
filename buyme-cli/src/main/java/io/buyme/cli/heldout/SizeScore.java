package io.buyme.cli.heldout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.cli.bench.Percentiles;

/**
 * How well a catalogue of one size does.
 *
 * @param products in it
 * @param distractors of them, which are none of the shop's
 * @param recallAt1 share of queries with another picture whose first match is the very product, or lists it as a variant
 * @param recallAt5 the same among the first five
 * @param recallAt10 the same among the first ten
 * @param meanReciprocalRank mean of one over its place, 0 beyond the tenth
 * @param heldOutNdcgAt10 with the product itself left out: how good the stand-ins are, 0 to 1
 * @param heldOutCategoryPrecisionAt10 share of stand-ins of the same category
 * @param coverage share of the products that could have been recommended in these queries, ten each, that were
 * @param diversity mean of one minus the cosine between the matches of one query
 * @param noGoodMatch share of queries with another picture of which is said that there is no good match: all of them wrong
 * @param indexRecallAt10 share of the exactly nearest ten that the index finds
 * @param searchMs from the embedding to the explained matches
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SizeScore(
        long products,
        long distractors,
        double recallAt1,
        double recallAt5,
        double recallAt10,
        double meanReciprocalRank,
        double heldOutNdcgAt10,
        double heldOutCategoryPrecisionAt10,
        double coverage,
        double diversity,
        double noGoodMatch,
        double indexRecallAt10,
        Percentiles searchMs) {}
