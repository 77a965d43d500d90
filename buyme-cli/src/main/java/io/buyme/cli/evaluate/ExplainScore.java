package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme evaluate explain}. A drop is by how much the similarity of two pictures falls when a part of
 * one of them is hidden; that of a pair is the mean over its two pictures.
 *
 * @param embedder id of its space
 * @param method how the maps were made
 * @param pairs that were measured
 * @param meanSimilarity of the pairs as they are; null without pairs
 * @param hiddenShare of the cells that show the article
 * @param randomDraws for each picture
 * @param background with {@code Fill.BACKGROUND} in place of what is hidden; null without pairs
 * @param meanColor with {@code Fill.MEAN} in place of what is hidden; null without pairs
 * @param deletion mean similarity with more and more hidden, with {@code Fill.BACKGROUND}
 * @param msPerPair mean wall time of the two maps of a pair; null without pairs
 * @param failed pairs that could not be read or embedded; not scored
 * @param failures the pairs behind {@code failed}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExplainScore(
        String embedder,
        String method,
        int pairs,
        @Nullable Double meanSimilarity,
        double hiddenShare,
        int randomDraws,
        @Nullable Drops background,
        @Nullable Drops meanColor,
        List<Deletion> deletion,
        @Nullable Double msPerPair,
        int failed,
        List<Failure> failures) {

    /** Copies the lists. */
    public ExplainScore {
        deletion = List.copyOf(deletion);
        failures = List.copyOf(failures);
    }

    /**
     * What hiding does with one filling.
     *
     * @param map mean drop when what the map says carried most is hidden
     * @param random mean drop when as many other cells of the article are hidden
     * @param standardError of the mean of {@code map - random} over the pairs
     * @param mapWins share of the pairs in which the map's drop is larger
     * @param articleMap mean drop of the article's picture alone
     * @param articleRandom likewise
     * @param productMap mean drop of the product's picture alone
     * @param productRandom likewise
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Drops(
            double map,
            double random,
            double standardError,
            double mapWins,
            double articleMap,
            double articleRandom,
            double productMap,
            double productRandom) {}

    /**
     * A point of the deletion curve (Petsiuk, Das and Saenko, "RISE", BMVC 2018).
     *
     * @param hidden share of the article's cells
     * @param map mean similarity when those are hidden first that the map says carried most
     * @param random mean similarity when cells are hidden in random order
     */
    public record Deletion(double hidden, double map, double random) {}
}
