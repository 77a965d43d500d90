package io.buyme.cli;

import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.StageProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a command line says about a stage.
 *
 * @param stage as in its options, such as {@code embedder} in {@code --embedder-option}
 * @param id of the provider, if one was asked for
 * @param model file that it is to use, if one was given
 * @param options its other settings
 */
record StageChoice(
        String stage, @Nullable String id, @Nullable Path model, Map<String, String> options) {

    /**
     * Returns a new stage, which the caller closes. A setting that the provider refuses is a mistake of the command line.
     *
     * @param modelProvider for a model file of which nobody says whose it is
     */
    <P extends StageProvider, S> S open(
            Class<P> type, String modelProvider, BiFunction<? super P, Options, ? extends S> create) {
        P provider = provider(Providers.discover(type), modelProvider);
        try {
            return create.apply(provider, Options.of(settings()));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong("%s '%s': %s".formatted(stage, provider.id(), Failures.message(e)));
        }
    }

    /** Returns what the stage is told, by name. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>(options);
        if (model != null && all.put("model", model.toString()) != null) {
            throw Usage.wrong("the model is given twice, by --model and by --%s-option model=...; leave one out"
                    .formatted(stage));
        }
        return all;
    }

    private <P extends StageProvider> P provider(Providers<P> providers, String modelProvider) {
        if (id != null) {
            return providers.select(id);
        }
        return model == null ? providers.select() : providers.select(modelProvider);
    }
}
