package io.buyme.image.imaterialist;

import static java.util.Objects.requireNonNull;

/**
 * A class or an attribute.
 *
 * @param id by which rows refer to it
 * @param name such as {@code top, t-shirt, sweatshirt}
 * @param superCategory the group that the challenge puts it in, such as {@code upperbody}
 * @param level depth in the challenge's tree of groups
 */
public record FashionLabel(int id, String name, String superCategory, int level) {

    /** Checks that nothing is missing. */
    public FashionLabel {
        requireNonNull(name, "name");
        requireNonNull(superCategory, "superCategory");
    }
}
