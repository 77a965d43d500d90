package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.api.ExplainingEmbedder;
import io.buyme.catalog.explain.SimilarityExplainer;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How heat maps are made. */
final class HeatMapOptions {

    /** Ways to make heat maps. */
    enum Method {
        /** Hides one cell after the other. */
        OCCLUSION,
        /** Splits the product of features among patches. */
        PATCHES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "occlusion",
            description = "How heat maps are made: 'occlusion' hides one part after the other, as 'buyme explain' does;"
                    + " 'patches' splits the product of features, which is quick (default: ${DEFAULT-VALUE}).")
    private Method method = Method.OCCLUSION;

    Method method() {
        return method;
    }

    /** Returns an explainer of the chosen kind. */
    SimilarityExplainer explainer(Embedder embedder) {
        if (method == Method.OCCLUSION) {
            return SimilarityExplainer.occlusion(embedder);
        }
        if (embedder instanceof ExplainingEmbedder explaining) {
            return SimilarityExplainer.patches(explaining);
        }
        throw new ParameterException(
                command.commandLine(),
                "embedder %s tells nothing of the patches of a picture; leave out --method patches"
                        .formatted(embedder.space().id()));
    }
}
