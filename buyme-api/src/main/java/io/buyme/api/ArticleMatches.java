package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An article of the photo with the products like it.
 *
 * @param article that was found
 * @param attributes what the embedder says of it
 * @param matches best first; empty if the catalogue has nothing in the article's partition
 * @param notice what people should know of the matches, such as that none of them is good
 */
public record ArticleMatches(Article article, Attributes attributes, List<Match> matches, Optional<String> notice) {

    /** Copies the list. */
    public ArticleMatches {
        requireNonNull(article, "article");
        requireNonNull(attributes, "attributes");
        requireNonNull(notice, "notice");
        matches = List.copyOf(matches);
    }

    /** Makes matches of which there is nothing more to say. */
    public ArticleMatches(Article article, Attributes attributes, List<Match> matches) {
        this(article, attributes, matches, Optional.empty());
    }

    /** Returns the same matches for another sighting of the article. */
    ArticleMatches of(Ranker.Sought sighting) {
        return new ArticleMatches(sighting.article(), sighting.described().attributes(), matches, notice);
    }
}
