package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Measures photos as the gate does, for training a {@link FramingNetwork}. Safe for concurrent use. Close it after use.
 */
public final class FramingMeasures implements AutoCloseable {

    private final BlazePose classifier;

    private FramingMeasures(BlazePose classifier) {
        this.classifier = classifier;
    }

    /**
     * Opens the networks of the provider {@code blazepose}.
     *
     * @param options of that provider, without {@code model}
     * @throws io.buyme.api.BuyMeException if it cannot be used
     */
    public static FramingMeasures open(Options options) {
        return new FramingMeasures(PoseOpening.of(options, Engine.ONNX).blazePose(BlazePoseProvider.ID));
    }

    /** Returns a classifier on the same networks. It is closed with this. */
    public PoseClassifier classifier() {
        return classifier;
    }

    /**
     * Returns the inputs of the network for a photo, each -1 to 1, in the order of {@link FramingNetwork#inputs()}; empty
     * if there is nothing like a body in the photo.
     */
    public Optional<List<Double>> measure(BufferedImage photo) {
        requireNonNull(photo, "photo");
        return Figure.of(classifier.look(photo)).map(figure -> FramingNetwork.inputs(Measures.of(figure)));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
