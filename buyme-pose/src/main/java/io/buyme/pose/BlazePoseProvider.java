package io.buyme.pose;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Role;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the built-in pose classifier: BlazePose on the CPU.
 *
 * <p>Options: {@code engine}, what computes it: {@code onnx}, ONNX Runtime, or {@code tflite}, TensorFlow Lite, whose jar
 * {@code org.bytedeco:tensorflow-lite-platform} the application then adds ({@code onnx} where there is one, which is not
 * so on Macs with Intel's processors, else {@code tflite}); {@code threads}, on how many threads one photo is computed, 1
 * to 64 (1); {@code parallel}, how many photos at once when several callers share the classifier, 1 to 64 (2); {@code gate}, file of weights that
 * {@code buyme train gate} wrote, which judge whether head and feet are inside the frame (built in). Each more
 * in parallel takes about 15 MB of memory on {@code onnx}, 90 MB on {@code tflite}.
 */
public final class BlazePoseProvider implements PoseClassifierProvider {

    static final String ID = "blazepose";

    /** Creates the provider; ServiceLoader does. */
    public BlazePoseProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.BUILT_IN;
    }

    @Override
    public Optional<String> unavailableReason() {
        Engine engine = Engine.usable(Engine.ONNX);
        return engine.unavailableReason()
                .or(() -> Stream.of(PersonDetector.MODEL, LandmarkModel.MODEL)
                        .map(engine::resource)
                        .filter(model -> BlazePoseProvider.class.getResource(model) == null)
                        .findFirst()
                        .map(model -> "the jar has no " + model + "; build buyme-pose with Maven"));
    }

    @Override
    public PoseClassifier create(Options options) {
        return open(options);
    }

    static BlazePose open(Options options) {
        options.only(PoseOpening.ENGINE, PoseOpening.THREADS, PoseOpening.PARALLEL, PoseOpening.GATE);
        PoseOpening opening = PoseOpening.of(options, Engine.ONNX);
        return opening.open(opening.builtIn(ID, PersonDetector.MODEL), opening.builtIn(ID, LandmarkModel.MODEL));
    }
}
