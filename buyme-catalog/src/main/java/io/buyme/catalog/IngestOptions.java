package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Taxonomy;
import io.buyme.catalog.fetch.FetchOptions;

/**
 * How a feed is brought into a catalogue.
 *
 * @param removingVanished whether products that the feed does not mention are removed in the end
 * @param fetch how pictures are fetched from the web
 * @param taxonomy tells the super-category of what the embedder sees in a picture, for rows without a category
 * @param minCategoryScore how sure the embedder must be of that, 0 to 1; rows of which it is not are rejected
 */
public record IngestOptions(boolean removingVanished, FetchOptions fetch, Taxonomy taxonomy, double minCategoryScore) {

    /** Checks the score. */
    public IngestOptions {
        requireNonNull(fetch, "fetch");
        requireNonNull(taxonomy, "taxonomy");
        if (!(minCategoryScore >= 0 && minCategoryScore <= 1)) {
            throw new IllegalArgumentException("a category's score is 0 to 1, got " + minCategoryScore);
        }
    }

    /** Returns options that remove nothing, fetch as is standard, know the built-in taxonomy and ask for a score of 0.5. */
    public static IngestOptions standard() {
        return new IngestOptions(false, FetchOptions.standard(), Taxonomy.standard(), 0.5);
    }

    /** Returns these options with vanished products removed, or not. */
    public IngestOptions withRemovingVanished(boolean removing) {
        return new IngestOptions(removing, fetch, taxonomy, minCategoryScore);
    }

    /** Returns these options with pictures fetched in another way. */
    public IngestOptions withFetch(FetchOptions other) {
        return new IngestOptions(removingVanished, other, taxonomy, minCategoryScore);
    }

    /** Returns these options with another taxonomy. */
    public IngestOptions withTaxonomy(Taxonomy other) {
        return new IngestOptions(removingVanished, fetch, other, minCategoryScore);
    }

    /** Returns these options with another limit on how sure a category told by a picture must be. */
    public IngestOptions withMinCategoryScore(double other) {
        return new IngestOptions(removingVanished, fetch, taxonomy, other);
    }
}
