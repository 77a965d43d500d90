package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A box as a network gave it, in photo pixels.
 *
 * @param category its label
 * @param superCategory of the label
 * @param score calibrated, 0 to 1
 * @param box inside the photo
 * @param mask made only when asked for, as most boxes come to nothing; inside the box
 */
record RawBox(String category, SuperCategory superCategory, double score, Box box, Supplier<Optional<Mask>> mask) {

    Article article(Optional<Mask> itsMask) {
        return new Article(category, superCategory, score, box, itsMask);
    }

    /** Returns category and score, for reasons: {@code pants 0.91}. */
    String label() {
        return "%s %.2f".formatted(category, score);
    }
}
