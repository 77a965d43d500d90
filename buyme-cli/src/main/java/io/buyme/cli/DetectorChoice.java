package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.spi.ArticleDetectorProvider;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which detector, and how it is set. */
final class DetectorChoice {

    /** The provider that takes any model file. */
    static final String MODEL_PROVIDER = "onnx-detector";

    @Option(
            names = "--detector",
            paramLabel = "ID",
            description = "Article detector to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String id;

    @Option(
            names = "--detector-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the detector; may be given several times.")
    private Map<String, String> settings = Map.of();

    /**
     * Returns a new detector, which the caller closes.
     *
     * @param model file that it is to use
     */
    ArticleDetector open(@Nullable Path model) {
        return new StageChoice("detector", id, model, settings)
                .open(ArticleDetectorProvider.class, MODEL_PROVIDER, ArticleDetectorProvider::create);
    }
}
