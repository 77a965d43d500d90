package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An article of the photo with the products like it.
 *
 * @param article that was found
 * @param attributes what the embedder says of it
 * @param matches best first; empty if the catalogue has nothing in the article's partition
 */
public record ArticleMatches(Article article, Attributes attributes, List<Match> matches) {

    /** Copies the list. */
    public ArticleMatches {
        requireNonNull(article, "article");
        requireNonNull(attributes, "attributes");
        matches = List.copyOf(matches);
    }
}
