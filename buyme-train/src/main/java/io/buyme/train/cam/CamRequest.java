package io.buyme.train.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.PoseClassifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to train activation maps from, and where to put the model.
 *
 * @param recipe how
 * @param photos folder of photos with their categories ({@code ccp.json}, {@code mapping.json}, {@code tags.json},
 *     {@code photos}, {@code tagged}); where articles are in them is not looked at
 * @param products folder with a folder of product pictures for each class
 * @param weights ONNX file with weights to start from; random ones without
 * @param out folder for the model, its figures and checkpoints
 * @param threads that may compute
 * @param budget of time for training, over all sittings
 * @param halfWeights whether the model keeps its weights in 16 bits, which halves its size
 * @param poses finds the person in photos whose boxes say how heat becomes boxes, as before inference; without it whole
 *     photos are looked at
 * @param resume whether to go on from the checkpoints in {@code out}; else there must be none
 */
public record CamRequest(
        CamRecipe recipe,
        Path photos,
        Optional<Path> products,
        Optional<Path> weights,
        Path out,
        int threads,
        Optional<Duration> budget,
        boolean halfWeights,
        Optional<PoseClassifier> poses,
        boolean resume) {

    /** Checks that nothing is missing. */
    public CamRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(photos, "photos");
        requireNonNull(products, "products");
        requireNonNull(weights, "weights");
        requireNonNull(out, "out");
        requireNonNull(budget, "budget");
        requireNonNull(poses, "poses");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }
}
