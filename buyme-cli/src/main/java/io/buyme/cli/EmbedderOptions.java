package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.api.spi.EmbedderProvider;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which embedder, and how it is set. */
final class EmbedderOptions {

    /** The provider that takes any model file. */
    private static final String MODEL_PROVIDER = "onnx-embedder";

    @Option(
            names = "--embedder",
            paramLabel = "ID",
            description = "Embedder to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String id;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model file that the embedder is to use: its option 'model'. Without --embedder it is that of '"
                            + MODEL_PROVIDER + "'.")
    private @Nullable Path model;

    @Option(
            names = "--embedder-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the embedder; may be given several times.")
    private Map<String, String> settings = Map.of();

    /** Returns a new embedder, which the caller closes. */
    Embedder open() {
        return choice().open(EmbedderProvider.class, MODEL_PROVIDER, EmbedderProvider::create);
    }

    /** Returns what the embedder was told, by name. */
    Map<String, String> settings() {
        return choice().settings();
    }

    private StageChoice choice() {
        return new StageChoice("embedder", id, model, settings);
    }
}
