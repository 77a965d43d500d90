package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to train a detector from, and where to put it.
 *
 * @param recipe how
 * @param coco annotations of the photos
 * @param images folder of the photos
 * @param weights ONNX file with weights of MobileNetV2 to start from; random ones without
 * @param out folder for the model, its figures and checkpoints
 * @param threads that may compute
 * @param budget of time for training, over all sittings
 * @param halfWeights whether the model keeps its weights in 16 bits, which halves its size
 * @param resume whether to go on from the checkpoints in {@code out}; else there must be none
 */
public record DetectorRequest(
        DetectorRecipe recipe,
        Path coco,
        Path images,
        Optional<Path> weights,
        Path out,
        int threads,
        Optional<Duration> budget,
        boolean halfWeights,
        boolean resume) {

    /** Checks that nothing is missing. */
    public DetectorRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(coco, "coco");
        requireNonNull(images, "images");
        requireNonNull(weights, "weights");
        requireNonNull(out, "out");
        requireNonNull(budget, "budget");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }
}
