package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to train an embedder from, and where to put it.
 *
 * @param recipe how
 * @param products folder with the folders {@code train} and {@code validation}, each with a folder for each class
 * @param photos folder of annotated photos ({@code ccp.json}, {@code photos}, {@code masks})
 * @param taggedPhotos whether to learn from the photos of that folder, too, of which only tags are known
 * @param weights ONNX file with weights to start from; random ones without
 * @param out folder for the model, its figures and checkpoints
 * @param threads that may compute
 * @param budget of time for training, over all sittings
 * @param halfWeights whether the model keeps its weights in 16 bits, which halves its size
 * @param color share of the cosine between vectors that is to be measured colour, which the network does not learn
 * @param resume whether to go on from the checkpoints in {@code out}; else there must be none
 */
public record EmbedderRequest(
        Recipe recipe,
        Path products,
        Optional<Path> photos,
        boolean taggedPhotos,
        Optional<Path> weights,
        Path out,
        int threads,
        Optional<Duration> budget,
        boolean halfWeights,
        double color,
        boolean resume) {

    /** Checks that nothing is missing. */
    public EmbedderRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(products, "products");
        requireNonNull(photos, "photos");
        requireNonNull(weights, "weights");
        requireNonNull(out, "out");
        requireNonNull(budget, "budget");
        if (!(color >= 0 && color < 1)) {
            throw new IllegalArgumentException("color must be 0 to less than 1, got " + color);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }
}
