package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pose classifier. */
final class PoseOptions {

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String id;

    /** Returns a new classifier, which the caller closes. */
    PoseClassifier open() {
        return id == null ? Stages.poseClassifier() : Stages.poseClassifier(id, Options.none());
    }
}
