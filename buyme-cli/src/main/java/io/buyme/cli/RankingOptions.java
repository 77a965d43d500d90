package io.buyme.cli;

import io.buyme.api.Explainer;
import io.buyme.api.Ranker;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.Recommender;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How matches are chosen out of what is near. */
final class RankingOptions {

    /** The ways there are. */
    enum Ranking {
        /** As the index has it. */
        NEAREST,
        /** By {@link Recommender}. */
        RECOMMENDED
    }

    @Option(
            names = "--ranking",
            paramLabel = "HOW",
            defaultValue = "recommended",
            description =
                    "'recommended' weighs similarity, tags, color and category, lists variants of a style once, and"
                            + " says when there is no good match; 'nearest' is by similarity alone (default: ${DEFAULT-VALUE}).")
    private Ranking ranking = Ranking.RECOMMENDED;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Ranking weights, such as 'buyme train rerank' writes, instead of the built-in ones.")
    private @Nullable Path weights;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "How much quality counts against variety, 0 to 1; 1 for no variety (default: "
                    + Recommender.LAMBDA + ").")
    private double lambda = Recommender.LAMBDA;

    @Option(
            names = "--good-from",
            paramLabel = "P",
            description = "Say that there is no good match if none has this probability, 0 to 1 (default: "
                    + Recommender.GOOD + ").")
    private double good = Recommender.GOOD;

    /** Refuses values that make no sense, before anything is opened. */
    void check() {
        share(lambda, "--lambda");
        share(good, "--good-from");
        if (weights != null && ranking == Ranking.NEAREST) {
            throw Usage.wrong("--weights are for --ranking recommended");
        }
    }

    Ranker ranker() {
        if (ranking == Ranking.NEAREST) {
            return Ranker.nearestFirst(Explainer.standard());
        }
        return Recommender.builder()
                .model(weights == null ? RankingModel.standard() : RankingModel.load(weights))
                .lambda(lambda)
                .goodFrom(good)
                .build();
    }

    private static void share(double value, String option) {
        if (!(value >= 0 && value <= 1)) {
            throw Usage.wrong("%s is 0 to 1, got %s".formatted(option, value));
        }
    }
}
