package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a detector made of one photo. Every box it considered is either an article or discarded with a reason.
 *
 * @param articles kept, most certain first
 * @param discarded not kept
 * @param notes what the user should know in words, such as why nothing was found
 */
public record Detection(List<Article> articles, List<Discarded> discarded, List<String> notes) {

    /** Copies the lists. */
    public Detection {
        articles = List.copyOf(articles);
        discarded = List.copyOf(discarded);
        notes = List.copyOf(notes);
    }

    /** Returns a detection of nothing, with the reason. */
    public static Detection none(String reason) {
        return new Detection(List.of(), List.of(), List.of(reason));
    }

    /**
     * A box that did not become an article.
     *
     * @param article as the detector saw it
     * @param reason in words, such as {@code score 0.12 is below 0.30}
     */
    public record Discarded(Article article, String reason) {

        /** Checks that nothing is missing. */
        public Discarded {
            requireNonNull(article, "article");
            requireNonNull(reason, "reason");
        }
    }
}
