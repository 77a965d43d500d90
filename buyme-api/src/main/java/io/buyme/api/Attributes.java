package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an embedder can say of an article in words.
 *
 * @param colors dominant colours, largest share first
 * @param tags further attributes, surest first
 */
public record Attributes(List<ColorShare> colors, List<Tag> tags) {

    /** Nothing known. */
    public static final Attributes NONE = new Attributes(List.of(), List.of());

    /** Copies the lists. */
    public Attributes {
        colors = List.copyOf(colors);
        tags = List.copyOf(tags);
    }

    /**
     * A dominant colour.
     *
     * @param name such as {@code dark blue}
     * @param rgb sRGB, {@code 0xRRGGBB}
     * @param share of the article's pixels, 0 to 1
     */
    public record ColorShare(String name, int rgb, double share) {

        /** Checks that a name is there. */
        public ColorShare {
            requireNonNull(name, "name");
        }
    }

    /**
     * An attribute out of a group of alternatives.
     *
     * @param group such as {@code pattern}
     * @param name such as {@code striped}
     * @param score how sure the embedder is, 0 to 1
     */
    public record Tag(String group, String name, double score) {

        /** Checks that nothing is missing. */
        public Tag {
            requireNonNull(group, "group");
            requireNonNull(name, "name");
        }
    }
}
