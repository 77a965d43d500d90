package io.buyme.pose;

import io.buyme.api.BuyMeException;
import io.buyme.api.PoseClassifier;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Role;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Makes the built-in pose classifier: BlazePose on TensorFlow Lite, on the CPU.
 *
 * <p>Options: {@code threads}, on how many threads one photo is computed, 1 to 64 (1); {@code parallel}, how many
 * photos at once when several callers share the classifier, 1 to 64 (2). Each photo in parallel takes about 30 MB of
 * native memory.
 */
public final class BlazePoseProvider implements PoseClassifierProvider {

    static final String ID = "blazepose";

    private static final int MAX_THREADS = 64;
    private static final List<String> MODELS = List.of(PersonDetector.MODEL, LandmarkModel.MODEL);

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
        String platform = Loader.Detector.getPlatform();
        String library = "/org/bytedeco/tensorflowlite/" + platform + "/" + System.mapLibraryName("jnitensorflowlite");
        if (BlazePoseProvider.class.getResource(library) == null) {
            return Optional.of("no TensorFlow Lite for " + platform + " on the classpath; add"
                    + " org.bytedeco:tensorflow-lite with that classifier, if there is one");
        }
        return MODELS.stream()
                .filter(model -> model(model) == null)
                .findFirst()
                .map(model -> "the jar has no " + model + "; build buyme-pose with Maven");
    }

    private static @Nullable URL model(String name) {
        return BlazePoseProvider.class.getResource(name);
    }

    @Override
    public PoseClassifier create(Options options) {
        options.only("threads", "parallel");
        int threads = options.integer("threads", 1, 1, MAX_THREADS);
        int parallel = options.integer("parallel", 2, 1, MAX_THREADS);
        try {
            return new BlazePose(open(parallel, threads));
        } catch (LinkageError e) {
            throw new BuyMeException(StageKind.POSE, ID, "the TensorFlow Lite library does not load here", e);
        }
    }

    private static NetworkPool open(int parallel, int threads) {
        TfliteModel detector = TfliteModel.load(PersonDetector.MODEL);
        try {
            return new NetworkPool(detector, TfliteModel.load(LandmarkModel.MODEL), parallel, threads);
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }
}
