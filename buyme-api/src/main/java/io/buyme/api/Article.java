package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A garment or accessory that a detector found.
 *
 * @param category the detector's own label, such as {@code knitwear}
 * @param superCategory the partition in which products like it are
 * @param score how sure the detector is, 0 to 1
 * @param box in photo pixels, inside the photo
 * @param mask in photo pixels
 */
public record Article(String category, SuperCategory superCategory, double score, Box box, Optional<Mask> mask) {

    /** Checks that nothing is missing. */
    public Article {
        requireNonNull(category, "category");
        requireNonNull(superCategory, "superCategory");
        requireNonNull(box, "box");
        requireNonNull(mask, "mask");
    }
}
