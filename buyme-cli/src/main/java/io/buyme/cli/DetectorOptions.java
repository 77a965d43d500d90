package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which detector, of which model. */
final class DetectorOptions {

    @Mixin
    private final DetectorChoice choice = new DetectorChoice();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model file that the detector is to use: its option 'model'. Without --detector it is that of '"
                            + DetectorChoice.MODEL_PROVIDER + "'.")
    private @Nullable Path model;

    /** Returns a new detector, which the caller closes. */
    ArticleDetector open() {
        return choice.open(model);
    }
}
