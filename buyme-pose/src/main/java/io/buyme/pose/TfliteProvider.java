package io.buyme.pose;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a pose classifier of a user's own networks in TensorFlow Lite's format: with the inputs and outputs of BlazePose, such
 * as its lite and heavy landmark models, or with those of MoveNet, 1 x 192 x 192 x 3 (or another square; floats, 32-bit
 * integers or unsigned bytes, 0 to 255) to 1 x 1 x 17 x 3. MoveNet's 17 keypoints replace BlazePose's; verdict, box and mask
 * stay those of BlazePose, which runs beside it.
 *
 * <p>Options: {@code model}, the file of the network that finds the landmarks, which must be given ({@code landmarks} is
 * another name of this option); {@code detector},
 * the file of the one that finds people (that of {@code blazepose}); {@code engine}, what computes them: {@code tflite},
 * TensorFlow Lite, whose jar {@code org.bytedeco:tensorflow-lite-platform} the application adds, or {@code onnx}, ONNX
 * Runtime after a conversion, which knows fewer operators and needs no other jar ({@code tflite} where it is there, else
 * {@code onnx}); {@code threads}, {@code parallel} and {@code gate} as those of {@code blazepose}.
 */
public final class TfliteProvider implements PoseClassifierProvider {

    static final String ID = "tflite";

    private static final String MODEL = "model";
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
                MODEL,
                LANDMARKS,
                DETECTOR,
                PoseOpening.ENGINE,
                PoseOpening.THREADS,
                PoseOpening.PARALLEL,
                PoseOpening.GATE);
        PoseOpening opening = PoseOpening.of(options, Engine.TFLITE);
        if (options.file(MODEL).isPresent() && options.file(LANDMARKS).isPresent()) {
            throw new IllegalArgumentException("options model and landmarks are the same; leave one out");
        }
        Path model = options.file(MODEL)
                .or(() -> options.file(LANDMARKS))
                .orElseThrow(() -> new IllegalArgumentException(
                        "option model is needed: the file of a landmark model of BlazePose's kind or of MoveNet's"));
        ModelFile detector = options.file(DETECTOR)
                .map(file -> ModelFile.at(ID, file))
                .orElseGet(() -> opening.builtIn(ID, PersonDetector.MODEL));
        return opening.own(ID, detector, ModelFile.at(ID, model));
    }
}
