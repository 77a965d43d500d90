package io.buyme.pose;

import io.buyme.api.spi.Options;

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

    BlazePose open(ModelFile detector, ModelFile landmarks) {
        engine.unavailableReason().ifPresent(reason -> {
            throw detector.failure(reason, null);
        });
        try {
            PoseModel people = engine.open(detector, threads);
            try {
                return new BlazePose(
                        new NetworkPool(people, engine.open(landmarks, threads), parallel), new Framing(framing));
            } catch (RuntimeException | LinkageError e) {
                people.close();
                throw e;
            }
        } catch (LinkageError e) {
            throw detector.failure("the library that runs it does not load here", e);
        }
    }
}
