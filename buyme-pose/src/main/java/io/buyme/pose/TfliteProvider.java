package io.buyme.pose;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a pose classifier of a user's own networks in TensorFlow Lite's format, with the inputs and outputs of BlazePose:
 * its lite and heavy landmark models, or ones that were trained further.
 *
 * <p>Options: {@code landmarks}, the file of the network that finds the landmarks, which must be given; {@code detector},
 * the file of the one that finds people (that of {@code blazepose}); {@code engine}, what computes them: {@code tflite},
 * TensorFlow Lite, whose jar {@code org.bytedeco:tensorflow-lite-platform} the application adds, or {@code onnx}, ONNX
 * Runtime after a conversion, which knows fewer operators and needs no other jar ({@code tflite} where it is there, else
 * {@code onnx}); {@code threads}, {@code parallel} and {@code gate} as those of {@code blazepose}.
 */
public final class TfliteProvider implements PoseClassifierProvider {

    static final String ID = "tflite";

    private static final String LANDMARKS = "landmarks";
    private static final String DETECTOR = "detector";

    /** Creates the provider; ServiceLoader does. */
    public TfliteProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> unavailableReason() {
        return Engine.usable(Engine.TFLITE).unavailableReason();
    }

    @Override
    public PoseClassifier create(Options options) {
        options.only(
                LANDMARKS, DETECTOR, PoseOpening.ENGINE, PoseOpening.THREADS, PoseOpening.PARALLEL, PoseOpening.GATE);
        PoseOpening opening = PoseOpening.of(options, Engine.TFLITE);
        Path landmarks = options.file(LANDMARKS)
                .orElseThrow(() -> new IllegalArgumentException(
                        "option landmarks is needed: the file of a landmark model of BlazePose's kind"));
        ModelFile detector = options.file(DETECTOR)
                .map(file -> ModelFile.at(ID, file))
                .orElseGet(() -> opening.builtIn(ID, PersonDetector.MODEL));
        return opening.open(detector, ModelFile.at(ID, landmarks));
    }
}
