package io.buyme.cli.suggest;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.image.coco.RunLengths;
import java.util.Optional;

/**
 * An article as the detector would annotate it, in less memory than a mask takes.
 *
 * @param category the detector's word
 * @param score how sure it is, 0 to 1
 * @param box around it
 * @param pixels that show it, if the detector said which
 */
public record Guess(String category, double score, Box box, Optional<RunLengths> pixels) {

    /** Checks that nothing is missing. */
    public Guess {
        requireNonNull(category, "category");
        requireNonNull(box, "box");
        requireNonNull(pixels, "pixels");
    }

    static Guess of(Article article, int width, int height) {
        return new Guess(
                article.category(),
                article.score(),
                article.box(),
                article.mask().map(mask -> RunLengths.of(mask, width, height)));
    }
}
