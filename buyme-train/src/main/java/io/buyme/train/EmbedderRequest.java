package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to train an embedder from, and where to put it.
 *
 * @param recipe how
 * @param products folder with the folders {@code train} and {@code validation}, each with a folder for each class
 * @param photos folder of annotated photos ({@code ccp.json}, {@code photos}, {@code masks})
 * @param taggedPhotos whether to learn from the photos of that folder, too, of which only tags are known
 * @param color share of the cosine between vectors that is to be measured colour, which the network does not learn
 * @param run where to, from where, how long
 */
public record EmbedderRequest(
        Recipe recipe, Path products, Optional<Path> photos, boolean taggedPhotos, double color, RunOptions run) {

    /** Checks that nothing is missing. */
    public EmbedderRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(products, "products");
        requireNonNull(photos, "photos");
        requireNonNull(run, "run");
        if (!(color >= 0 && color < 1)) {
            throw new IllegalArgumentException("color must be 0 to less than 1, got " + color);
        }
    }
}
