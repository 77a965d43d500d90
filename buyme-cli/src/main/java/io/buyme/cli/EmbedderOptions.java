package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        Providers<EmbedderProvider> providers = Providers.discover(EmbedderProvider.class);
        EmbedderProvider provider;
        if (id != null) {
            provider = providers.select(id);
        } else {
            provider = model == null ? providers.select() : providers.select(MODEL_PROVIDER);
        }
        try {
            return provider.create(Options.of(settings()));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong("embedder '%s': %s".formatted(provider.id(), Failures.message(e)));
        }
    }

    /** Returns what the embedder was told, by name. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (model != null && all.put("model", model.toString()) != null) {
            throw Usage.wrong("the model is given twice, by --model and by --embedder-option model=...; leave one out");
        }
        return all;
    }
}
