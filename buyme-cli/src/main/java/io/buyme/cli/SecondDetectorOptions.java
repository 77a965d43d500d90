package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.spi.ArticleDetectorProvider;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which detector another one is compared with. */
final class SecondDetectorOptions {

    @Option(
            names = "--second",
            paramLabel = "ID",
            defaultValue = "body-regions",
            description = "Detector to compare with (default: ${DEFAULT-VALUE}); see 'buyme stages'.")
    private String id = "body-regions";

    @Option(
            names = "--second-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the second detector; may be given several times.")
    private Map<String, String> settings = Map.of();

    /** Returns a new detector, which the caller closes. */
    ArticleDetector open() {
        return new StageChoice("second", id, null, settings)
                .open(ArticleDetectorProvider.class, DetectorChoice.MODEL_PROVIDER, ArticleDetectorProvider::create);
    }
}
