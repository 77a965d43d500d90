package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.PoseClassifierProvider;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pose classifier, and how it is set. */
final class PoseOptions {

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String id;

    @Option(
            names = "--pose-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the pose classifier; may be given several times.")
    private Map<String, String> settings = Map.of();

    /** Returns a new classifier, which the caller closes. */
    PoseClassifier open() {
        return open(id, settings);
    }

    /**
     * Returns a new classifier, which the caller closes.
     *
     * @param id of the provider; null for the standard one
     */
    static PoseClassifier open(@Nullable String id, Map<String, String> settings) {
        StageChoice choice = new StageChoice("pose", id, null, settings);
        // No model is given, so no provider is looked for that takes one.
        return choice.open(PoseClassifierProvider.class, "", PoseClassifierProvider::create);
    }
}
