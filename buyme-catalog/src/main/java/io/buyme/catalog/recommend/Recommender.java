package io.buyme.catalog.recommend;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.Explainer;
import io.buyme.api.Match;
import io.buyme.api.Ranker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes recommendations out of what is near: ranks by the weighted {@link Signals}, lists variants of one style once, avoids
 * look-alikes, and says how likely each match is a good one. Immutable and safe for concurrent use.
 *
 * <ul>
 *   <li>Candidates: 20 for each match that is wanted, at least {@value #LEAST_CANDIDATES}.
 *   <li>Variants: products of one {@link io.buyme.api.ProductDetails#group() group}, or with the same picture, or whose
 *       vectors have a cosine of {@value #DUPLICATE} or more, which is one picture in two files. The best of them is the
 *       match, the others are its {@link Match#variants}.
 *   <li>Diversity: maximal marginal relevance, see {@link Builder#lambda}.
 *   <li>Probability: by the {@link Calibration} of the {@link RankingModel}, if it belongs to the embedder in use.
 *   <li>{@link ArticleMatches#notice}: that there is no good match, if none has a probability of {@value #GOOD} or more.
 * </ul>
 */
public final class Recommender implements Ranker {

    /** Below this probability no match is called good, unless {@link Builder#goodFrom} says otherwise. */
    public static final double GOOD = 0.5;

    /** The cosine of two vectors from which on two pictures are one, unless {@link Builder#duplicateFrom} says otherwise. */
    public static final double DUPLICATE = 0.99;

    /** How much the total counts against variety, unless {@link Builder#lambda} says otherwise. */
    public static final double LAMBDA = 0.8;

    private static final int LEAST_CANDIDATES = 100;
    private static final int CANDIDATES_PER_MATCH = 20;

    private final RankingModel model;
    private final Explainer explainer;
    private final double lambda;
    private final double duplicate;
    private final double good;

    private Recommender(Builder builder) {
        this.model = builder.model;
        this.explainer = builder.explainer;
        this.lambda = builder.lambda;
        this.duplicate = builder.duplicate;
        this.good = builder.good;
    }

    /** Returns the one with the built-in model and settings. */
    public static Recommender standard() {
        return builder().build();
    }

    /** Returns a builder with the built-in model and settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public int candidates(int matches) {
        long wanted = Math.max(LEAST_CANDIDATES, (long) matches * CANDIDATES_PER_MATCH);
        return (int) Math.min(wanted, Integer.MAX_VALUE);
    }

    @Override
    public ArticleMatches rank(Sought sought, List<Candidate> candidates, int matches) {
        List<Scored> bestFirst = candidates.stream()
                .map(candidate -> scored(sought, candidate))
                .sorted(Scored.BEST_FIRST)
                .toList();
        Selection selection = new Selection(new Resemblance(bestFirst));
        Optional<Calibration> calibration = model.calibration()
                .filter(c ->
                        c.space().equals(sought.described().embedding().space().id()));
        List<Match> found = selection.diverse(selection.styles(bestFirst, duplicate), matches, lambda).stream()
                .map(style -> match(sought, style, calibration))
                .toList();
        Article article = sought.article();
        return new ArticleMatches(article, sought.described().attributes(), found, notice(article, found));
    }

    private Scored scored(Sought sought, Candidate candidate) {
        Signals signals = Signals.of(sought, candidate);
        return new Scored(candidate, signals, model.weights().total(signals));
    }

    private Match match(Sought sought, Style style, Optional<Calibration> calibration) {
        Scored best = style.best();
        double similarity = best.candidate().similarity();
        Attributes seen = sought.described().attributes();
        return new Match(
                best.product(),
                similarity,
                explainer.explain(sought.article(), seen, best.candidate().product(), similarity),
                calibration
                        .map(c -> OptionalDouble.of(c.probability(best.total())))
                        .orElse(OptionalDouble.empty()),
                model.weights().evidence(best.signals()),
                style.others().stream().map(Scored::product).toList());
    }

    private Optional<String> notice(Article article, List<Match> found) {
        if (found.isEmpty()) {
            return Optional.of("no good match in your catalogue: it has nothing for "
                    + article.superCategory().label());
        }
        OptionalDouble best = found.stream()
                .map(Match::probability)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        return best.isEmpty() || best.getAsDouble() >= good
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "no good match in your catalogue for the %s: the best of these is one with a probability of %.0f %%",
                        article.category(),
                        100 * best.getAsDouble()));
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {

        private RankingModel model = RankingModel.standard();
        private Explainer explainer = Explainer.standard();
        private double lambda = LAMBDA;
        private double duplicate = DUPLICATE;
        private double good = GOOD;

        private Builder() {}

        /** Ranks by these weights, and calls probable what their calibration does. */
        public Builder model(RankingModel aModel) {
            this.model = requireNonNull(aModel, "model");
            return this;
        }

        /** Explains matches in this way. */
        public Builder explainer(Explainer anExplainer) {
            this.explainer = requireNonNull(anExplainer, "explainer");
            return this;
        }

        /**
         * Weighs the total so much against variety; {@value #LAMBDA} by default.
         *
         * @param weight 1 for the order of the totals, less for more variety, down to 0
         */
        public Builder lambda(double weight) {
            this.lambda = share(weight, "lambda");
            return this;
        }

        /** Takes two pictures for one from this cosine of their vectors on; {@value #DUPLICATE} by default. */
        public Builder duplicateFrom(double cosine) {
            this.duplicate = share(cosine, "duplicateFrom");
            return this;
        }

        /** Calls a match good from this probability on; {@value #GOOD} by default, 0 for no notices. */
        public Builder goodFrom(double probability) {
            this.good = share(probability, "goodFrom");
            return this;
        }

        /** Returns the recommender. */
        public Recommender build() {
            return new Recommender(this);
        }

        private static double share(double value, String what) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("%s is 0 to 1, got %s".formatted(what, value));
            }
            return value;
        }
    }
}
