package io.buyme.cli.rerank;

import static java.util.stream.Collectors.groupingBy;

import io.buyme.catalog.recommend.Calibration;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.RankingWeights;
import io.buyme.catalog.recommend.Signals;
import io.buyme.cli.evaluate.EvaluationException;
import io.buyme.cli.evaluate.Rounded;
import io.buyme.cli.rerank.LessonScore.ClickScore;
import io.buyme.cli.rerank.Reliability.Told;
import io.buyme.train.rerank.PairwiseRanking;
import io.buyme.train.rerank.Preference;
import io.buyme.train.rerank.ProbabilityFit;
import io.buyme.train.rerank.ProbabilityFit.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Learns ranking weights from what people thought of what they were shown, and tries them on queries held back.
 *
 * @param start weights to begin with and to compare with, with their calibration
 * @param kind of the labels
 * @param fixed names of the signals whose weights stay as they are
 * @param seed of what is drawn
 */
public record RankingLesson(RankingModel start, LabelKind kind, Set<String> fixed, long seed) {

    /** One query in so many is held back. */
    private static final int HELD_BACK = 4;

    /** A product at place {@code n} is looked at with a chance of {@code n} to the power of minus this. */
    private static final double POSITION_BIAS = 0.5;

    /** Copies the set. */
    public RankingLesson {
        fixed = Set.copyOf(fixed);
    }

    /** What a label says. */
    public enum LabelKind {
        /** Somebody clicked a product. What they passed over counts less: they may not have looked that far. */
        CLICK,
        /** Somebody looked at all products, and judged whether they are good matches. */
        JUDGMENT
    }

    /**
     * What was learned.
     *
     * @param model to rank by
     * @param score how well
     */
    public record Learned(RankingModel model, LessonScore score) {}

    /**
     * Learns.
     *
     * @param rows to learn weights from
     * @param judged to fit probabilities to; if empty, these follow the calibration before as well as they can
     */
    public Learned learn(List<ShownProduct> rows, List<ShownProduct> judged) {
        List<List<ShownProduct>> learned = lists(rows, query -> !isHeldBack(query));
        List<List<ShownProduct>> heldBack = lists(rows, this::isHeldBack);
        if (learned.isEmpty() || heldBack.isEmpty()) {
            throw new EvaluationException(
                    "there is too little to learn from: %d queries have a product with label 1 and one with 0, %d more are"
                                    .formatted(learned.size(), heldBack.size())
                            + " held back; wanted are some of both");
        }
        List<Preference> preferences =
                learned.stream().flatMap(list -> preferences(list).stream()).toList();
        RankingWeights weights = RankingWeights.of(PairwiseRanking.standard(seed)
                .fit(
                        preferences,
                        start.weights().values(),
                        fixed.stream().map(Signals.NAMES::indexOf).collect(Collectors.toSet())));
        Optional<Calibration> calibration =
                judged.isEmpty() ? carriedOver(weights, rows) : Optional.of(fitted(weights, judged));
        RankingModel model = new RankingModel(weights, calibration);
        LessonScore score = new LessonScore(
                learned.size(),
                heldBack.size(),
                named(start.weights()),
                named(weights),
                score(heldBack, start.weights()),
                score(heldBack, weights),
                calibration
                        .filter(c -> !judged.isEmpty())
                        .map(c -> Reliability.of(told(c, weights, top(judged, weights, this::isHeldBack)))
                                .expectedCalibrationError())
                        .orElse(null));
        return new Learned(model, score);
    }

    /** Depends on the query alone, so that rows may be added without mixing what was held back with the rest. */
    private boolean isHeldBack(String query) {
        return Math.floorMod((ShownLists.question(query) + seed).hashCode(), HELD_BACK) == 0;
    }

    /** Returns the rows of each query that has labels of both kinds, in the order of their ranks. */
    private static List<List<ShownProduct>> lists(List<ShownProduct> rows, Predicate<String> wanted) {
        return byQuery(rows, wanted).stream()
                .filter(list ->
                        list.stream().map(ShownProduct::label).distinct().count() == 2)
                .toList();
    }

    private static Collection<List<ShownProduct>> byQuery(List<ShownProduct> rows, Predicate<String> wanted) {
        return rows.stream()
                .filter(row -> wanted.test(row.query()))
                .sorted(Comparator.comparingInt(ShownProduct::rank))
                .collect(groupingBy(ShownProduct::query, TreeMap::new, Collectors.toList()))
                .values();
    }

    /**
     * What stands farther down is looked at by fewer people, so that a click there counts for those who did not get there
     * as well: by the inverse of the chance to be looked at (Joachims, Swaminathan and Schnabel, "Unbiased
     * Learning-to-Rank with Biased Feedback", WSDM 2017).
     */
    private List<Preference> preferences(List<ShownProduct> list) {
        List<Preference> preferences = new ArrayList<>();
        for (ShownProduct liked : list) {
            double weight = kind == LabelKind.CLICK ? Math.pow(liked.rank(), POSITION_BIAS) : 1;
            for (ShownProduct other : list) {
                if (liked.label() && !other.label()) {
                    preferences.add(new Preference(
                            liked.query(),
                            liked.signals().values(),
                            other.signals().values(),
                            weight));
                }
            }
        }
        return preferences;
    }

    private Calibration fitted(RankingWeights weights, List<ShownProduct> judged) {
        List<Outcome> outcomes = top(judged, weights, query -> !isHeldBack(query)).stream()
                .map(row -> new Outcome(weights.total(row.signals()), row.label() ? 1 : 0))
                .toList();
        ProbabilityFit fit = ProbabilityFit.ofLabels(outcomes);
        if (!(fit.slope() > 0)) {
            throw new EvaluationException(
                    "no probabilities can be fitted to these judgments: better totals are not likelier to be good");
        }
        return new Calibration(space(judged), fit.slope(), fit.offset());
    }

    /** Clicks do not say what a good match is; the probabilities of before, of the same embedder, are kept as
     * well as the new order allows. */
    private Optional<Calibration> carriedOver(RankingWeights weights, List<ShownProduct> rows) {
        return start.calibration()
                .filter(before -> spaces(rows).equals(Set.of(before.space())))
                .flatMap(before -> {
                    List<Outcome> outcomes = rows.stream()
                            .map(row -> new Outcome(
                                    weights.total(row.signals()),
                                    before.probability(start.weights().total(row.signals()))))
                            .toList();
                    ProbabilityFit fit = ProbabilityFit.ofTargets(outcomes);
                    return fit.slope() > 0
                            ? Optional.of(new Calibration(before.space(), fit.slope(), fit.offset()))
                            : Optional.empty();
                });
    }

    /** Returns what would be shown first of each query, by these weights. */
    private static List<ShownProduct> top(List<ShownProduct> rows, RankingWeights weights, Predicate<String> wanted) {
        return byQuery(rows, wanted).stream()
                .flatMap(list -> ordered(list, weights).stream().limit(TrialRun.SHOWN))
                .toList();
    }

    private static List<ShownProduct> ordered(List<ShownProduct> list, RankingWeights weights) {
        return list.stream()
                .sorted(Comparator.comparingDouble((ShownProduct row) -> weights.total(row.signals()))
                        .reversed())
                .toList();
    }

    private static List<Told> told(Calibration calibration, RankingWeights weights, List<ShownProduct> rows) {
        return rows.stream()
                .map(row -> new Told(calibration.probability(weights.total(row.signals())), row.label()))
                .toList();
    }

    private static String space(List<ShownProduct> rows) {
        Set<String> spaces = spaces(rows);
        if (spaces.size() != 1 || spaces.contains("")) {
            throw new EvaluationException(
                    "probabilities belong to one embedder, but the column 'space' of the judgments says " + spaces);
        }
        return spaces.iterator().next();
    }

    private static Set<String> spaces(List<ShownProduct> rows) {
        return new TreeSet<>(rows.stream().map(ShownProduct::space).toList());
    }

    private static ClickScore score(List<List<ShownProduct>> lists, RankingWeights weights) {
        double[] sums = new double[4];
        for (List<ShownProduct> list : lists) {
            List<ShownProduct> ordered = ordered(list, weights);
            long labelled = list.stream().filter(ShownProduct::label).count();
            double best = 0;
            for (int place = 1; place <= ListQuality.TOP; place++) {
                double worth = Math.log(2) / Math.log(place + 1.0);
                best += place <= labelled ? worth : 0;
            }
            double gain = 0;
            for (int place = 1; place <= Math.min(ListQuality.TOP, ordered.size()); place++) {
                if (ordered.get(place - 1).label()) {
                    sums[0] += place <= 1 ? 1.0 / labelled : 0;
                    sums[1] += place <= 5 ? 1.0 / labelled : 0;
                    sums[2] += 1.0 / labelled;
                    gain += Math.log(2) / Math.log(place + 1.0);
                }
            }
            sums[3] += gain / best;
        }
        return new ClickScore(
                Rounded.share(sums[0] / lists.size()),
                Rounded.share(sums[1] / lists.size()),
                Rounded.share(sums[2] / lists.size()),
                Rounded.share(sums[3] / lists.size()));
    }

    private static Map<String, Double> named(RankingWeights weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < Signals.NAMES.size(); i++) {
            named.put(Signals.NAMES.get(i), Rounded.share(weights.values().get(i)));
        }
        return named;
    }
}
