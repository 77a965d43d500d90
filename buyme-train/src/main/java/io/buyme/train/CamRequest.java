package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to train activation maps from, and where to put the model.
 *
 * @param recipe how
 * @param photos folder of photos with their categories ({@code ccp.json}, {@code mapping.json}, {@code tags.json},
 *     {@code photos}, {@code tagged}); where articles are in them is not looked at
 * @param products folder with a folder of product pictures for each class
 * @param run where to, from where, how long; weights are those of MobileNetV2
 */
public record CamRequest(CamRecipe recipe, Path photos, Optional<Path> products, RunOptions run) {

    /** Checks that nothing is missing. */
    public CamRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(photos, "photos");
        requireNonNull(products, "products");
        requireNonNull(run, "run");
    }
}
