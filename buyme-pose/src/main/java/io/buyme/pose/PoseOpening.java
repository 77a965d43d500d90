package io.buyme.pose;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.onnx.TensorSpec;
import java.util.List;
import java.util.function.Supplier;

/**
 * Opens a classifier with the options that all providers of BlazePose's networks share.
 *
 * @param engine what computes
 * @param threads on how many one photo is computed
 * @param parallel how many photos at once
 * @param framing what judges whether head and feet are inside the frame
 */
record PoseOpening(Engine engine, int threads, int parallel, FramingNetwork framing) {

    static final String ENGINE = "engine";
    static final String THREADS = "threads";
    static final String PARALLEL = "parallel";
    static final String GATE = "gate";

    private static final int MAX_THREADS = 64;

    /** Reads the options; where no engine is asked for, another takes the place of a preferred one that is not there. */
    static PoseOpening of(Options options, Engine preferred) {
        return new PoseOpening(
                options.text(ENGINE).map(Engine::of).orElseGet(() -> Engine.usable(preferred)),
                options.integer(THREADS, 1, 1, MAX_THREADS),
                options.integer(PARALLEL, 2, 1, MAX_THREADS),
                options.file(GATE).map(FramingNetwork::load).orElseGet(FramingNetwork::builtIn));
    }

    /** Returns a network of ours in the format of the engine. */
    ModelFile builtIn(String provider, String network) {
        return ModelFile.builtIn(provider, engine.resource(network));
    }

    /** Opens BlazePose as the jar has it. */
    BlazePose blazePose(String provider) {
        return withLandmarks(builtIn(provider, PersonDetector.MODEL), builtIn(provider, LandmarkModel.MODEL));
    }

    /**
     * Opens a classifier with a user's own network for the landmarks, of BlazePose's kind or of MoveNet's: its inputs and
     * outputs tell which. Of MoveNet only the keypoints are taken, beside BlazePose as the jar has it.
     *
     * @throws io.buyme.api.BuyMeException if it is of neither kind
     */
    PoseClassifier own(String provider, ModelFile detector, ModelFile model) {
        return loading(model, () -> {
            PoseModel opened = engine.open(model, threads);
            try (PoseInterpreter trial = opened.newInterpreter()) {
                if (MoveNet.fits(trial.input(), trial.outputs())) {
                    return new BlazePoseWithKeypoints(
                            withLandmarks(detector, builtIn(provider, LandmarkModel.MODEL)),
                            new NetworkPool<>(parallel, () -> new MoveNet(opened.newInterpreter()), opened::close));
                }
                requireLandmarks(model, trial);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
            return withLandmarks(detector, opened);
        });
    }

    private static void requireLandmarks(ModelFile model, PoseInterpreter trial) {
        List<TensorSpec> outputs = trial.outputs();
        if (!LandmarkModel.fits(trial.input(), outputs)) {
            throw model.failure(
                    ("wanted is a landmark model of BlazePose, 1x256x256x3 in, or one of MoveNet's kind, 1x192x192x3 in"
                                    + " and 1x1x17x3 out; it takes %s and gives %s")
                            .formatted(trial.input(), outputs),
                    null);
        }
    }

    private BlazePose withLandmarks(ModelFile detector, ModelFile landmarks) {
        return loading(detector, () -> withLandmarks(detector, engine.open(landmarks, threads)));
    }

    private BlazePose withLandmarks(ModelFile detector, PoseModel landmarks) {
        try {
            PoseModel people = engine.open(detector, threads);
            try {
                requireDetector(detector, people);
                return new BlazePose(Networks.pool(people, landmarks, parallel), new Framing(framing));
            } catch (RuntimeException e) {
                people.close();
                throw e;
            }
        } catch (RuntimeException e) {
            landmarks.close();
            throw e;
        }
    }

    private static void requireDetector(ModelFile file, PoseModel people) {
        try (PoseInterpreter trial = people.newInterpreter()) {
            if (!PersonDetector.fits(trial.input(), trial.outputs())) {
                throw file.failure(
                        "wanted is a detector of BlazePose, 1x224x224x3 in; it takes %s and gives %s"
                                .formatted(trial.input(), trial.outputs()),
                        null);
            }
        }
    }

    private <T> T loading(ModelFile file, Supplier<T> opening) {
        engine.unavailableReason().ifPresent(reason -> {
            throw file.failure(reason, null);
        });
        try {
            return opening.get();
        } catch (LinkageError e) {
            throw file.failure("the library that runs it does not load here", e);
        }
    }
}
