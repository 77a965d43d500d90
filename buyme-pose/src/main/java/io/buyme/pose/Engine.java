package io.buyme.pose;

import io.buyme.onnx.OnnxModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What computes the networks. Both give the same results, but for rounding. */
enum Engine {

    /** ONNX Runtime, which takes the networks after their conversion. */
    ONNX(".onnx") {
        @Override
        Optional<String> unavailableReason() {
            return OnnxModel.unavailableReason();
        }

        @Override
        PoseModel open(ModelFile file, int threads) {
            return OnnxPoseModel.open(file, threads);
        }
    },

    /** TensorFlow Lite, which takes them as they were published. */
    TFLITE(".tflite") {
        @Override
        Optional<String> unavailableReason() {
            return TfliteLibrary.unavailableReason();
        }

        @Override
        PoseModel open(ModelFile file, int threads) {
            return TfliteModel.open(file, threads);
        }
    };

    private final String suffix;

    Engine(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Returns the engine of a name as options have it.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Engine of(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("option engine must be one of "
                        + Arrays.stream(values()).map(Engine::id).collect(Collectors.joining(", ")) + ", is " + name));
    }

    /** Returns an engine if it can be used here, else another that can be, and the first again if there is none. */
    static Engine usable(Engine preferred) {
        return Stream.concat(Stream.of(preferred), Arrays.stream(values()))
                .filter(engine -> engine.unavailableReason().isEmpty())
                .findFirst()
                .orElse(preferred);
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the file in which the jar has a network for this engine. */
    String resource(String network) {
        return network + suffix;
    }

    /** Returns why it cannot be used on this platform, if that is so; loads no native code. */
    abstract Optional<String> unavailableReason();

    /**
     * Loads a model, which the caller closes.
     *
     * @param threads on how many one run computes
     * @throws io.buyme.api.BuyMeException if it is none
     */
    abstract PoseModel open(ModelFile file, int threads);
}
