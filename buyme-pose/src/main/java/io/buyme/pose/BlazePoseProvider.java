package io.buyme.pose;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the built-in pose classifier: BlazePose on the CPU.
 *
 * <p>Options: {@code model}, the file of a network of the user's for the landmarks, as {@code tflite} takes it (BlazePose
 * full); {@code engine}, what computes it: {@code onnx}, ONNX Runtime, or {@code tflite}, TensorFlow Lite, whose jar
 * {@code org.bytedeco:tensorflow-lite-platform} the application then adds ({@code onnx} where there is one, which is not
 * so on Macs with Intel's processors, else {@code tflite}; with a {@code model} the other way round); {@code threads}, on
 * how many threads one photo is computed, 1 to 64 (1); {@code parallel}, how many photos at once when several callers share
 * the classifier, 1 to 64 (2). Each more in parallel takes about 15 MB of memory on {@code onnx}, 90 MB on {@code tflite}.
 */
public final class BlazePoseProvider implements PoseClassifierProvider {

    static final String ID = "blazepose";

    private static final String MODEL = "model";

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
        options.only(MODEL, PoseOpening.ENGINE, PoseOpening.THREADS, PoseOpening.PARALLEL, PoseOpening.GATE);
        Optional<Path> model = options.file(MODEL);
        PoseOpening opening = PoseOpening.of(options, model.isPresent() ? Engine.TFLITE : Engine.ONNX);
        return model.map(file -> ModelFile.at(ID, file))
                .map(own -> opening.own(ID, opening.builtIn(ID, PersonDetector.MODEL), own))
                .orElseGet(() -> opening.blazePose(ID));
    }
}
