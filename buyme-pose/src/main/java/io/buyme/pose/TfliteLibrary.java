package io.buyme.pose;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** Whether TensorFlow Lite is there: an application that wants it adds its jar, and not every platform has one. */
final class TfliteLibrary {

    private static final String ARTIFACT = "org.bytedeco:tensorflow-lite-platform";

    private TfliteLibrary() {}

    /** Returns why it cannot be used, if that is so, without loading it. */
    static Optional<String> unavailableReason() {
        try {
            String platform = Loader.Detector.getPlatform();
            String library = "/org/bytedeco/tensorflowlite/%s/%s"
                    .formatted(platform, System.mapLibraryName("jnitensorflowlite"));
            return TfliteLibrary.class.getResource(library) != null
                    ? Optional.empty()
                    : Optional.of("no TensorFlow Lite for %s on the classpath; add %s, if it has that platform"
                            .formatted(platform, ARTIFACT));
        } catch (LinkageError e) {
            return Optional.of("no TensorFlow Lite on the classpath; add " + ARTIFACT);
        }
    }
}
