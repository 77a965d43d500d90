package io.buyme.cli.bench;

import io.buyme.cli.bench.IndexBenchReport.Filtered;
import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.cli.bench.IndexBenchReport.Point;
import io.buyme.cli.bench.IndexEngine.Answers;
import io.buyme.cli.bench.IndexEngine.Ask;
import io.buyme.cli.bench.IndexEngine.BuildTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures engines on the same queries in turns: in each round each of them answers all queries at each setting, so that
 * whatever else the machine does befalls all alike. The best round counts.
 */
final class IndexBench {

    /** Recalls at which speeds are compared. */
    private static final List<Double> RECALLS = List.of(0.9, 0.95, 0.99);
    /** How often memory is read in a round, beside the queries. */
    private static final int READS = 10;

    private final List<IndexEngine> engines;
    private final List<List<Integer>> exact;
    private final Map<Double, List<List<Integer>>> passing;
    private final List<Integer> candidates;
    private final List<Integer> threads;
    private final int rounds;
    private final Consumer<String> log;
    private final Map<IndexEngine, Map<Integer, Tally>> tallies = new LinkedHashMap<>();
    private final Map<IndexEngine, ReadBound> bounds = new HashMap<>();

    /**
     * Creates a bench.
     *
     * @param exact the nearest neighbours of each query
     * @param passing the same among some of the entries, by their share
     * @param candidates settings, ascending
     * @param threads numbers of threads
     */
    IndexBench(
            List<IndexEngine> engines,
            List<List<Integer>> exact,
            Map<Double, List<List<Integer>>> passing,
            List<Integer> candidates,
            List<Integer> threads,
            int rounds,
            Consumer<String> log) {
        this.engines = engines;
        this.exact = exact;
        this.passing = passing;
        this.candidates = candidates;
        this.threads = threads;
        this.rounds = rounds;
        this.log = log;
    }

    /** Builds and measures all of them. The first is the baseline. */
    List<Index> run() {
        Map<IndexEngine, BuildTime> built = new LinkedHashMap<>();
        for (IndexEngine engine : engines) {
            log.accept("building %s".formatted(engine.name()));
            built.put(engine, engine.build());
            tallies.put(engine, new LinkedHashMap<>());
            if (engine.bytesReadPerQuery() > 0) {
                bounds.put(engine, new ReadBound(engine.bytesReadPerQuery()));
            }
        }
        for (int round = 0; round <= rounds; round++) {
            log.accept(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
            for (int weighed : candidates) {
                for (IndexEngine engine : engines) {
                    measure(engine, weighed, round > 0);
                    measureBound(engine);
                }
            }
        }
        log.accept(passing.isEmpty() ? "done" : "searching with filters");
        List<Index> results = new ArrayList<>();
        engines.forEach(
                engine -> results.add(result(engine, built, results.stream().findFirst())));
        return results;
    }

    private void measure(IndexEngine engine, int weighed, boolean counts) {
        Tally tally = tallies.getOrDefault(engine, Map.of()).get(weighed);
        if (tally == null) {
            tally = new Tally();
            tallies.getOrDefault(engine, new LinkedHashMap<>()).put(weighed, tally);
        }
        for (int number : engine.takesAll() ? threads : List.of(1)) {
            Answers answers = engine.search(Ask.weighing(weighed, number));
            tally.recall = recall(answers.neighbors(), exact);
            if (counts) {
                tally.perSecond.merge(number, exact.size() / answers.seconds(), Math::max);
            }
        }
    }

    private void measureBound(IndexEngine engine) {
        ReadBound bound = bounds.get(engine);
        for (int i = 0; bound != null && i < READS; i++) {
            bound.measure();
        }
    }

    private @Nullable Double readBandwidthRatio(IndexEngine engine, List<Point> points) {
        ReadBound bound = bounds.get(engine);
        double perSecond = points.stream().mapToDouble(Point::onOneThread).max().orElse(0);
        return bound == null ? null : rounded(bound.seconds() * perSecond);
    }

    /** Returns the share of the exact neighbours that were found. */
    static double recall(List<List<Integer>> found, List<List<Integer>> exact) {
        long wanted = 0;
        long hits = 0;
        for (int i = 0; i < exact.size(); i++) {
            Set<Integer> right = new HashSet<>(exact.get(i));
            wanted += right.size();
            hits += found.get(i).stream().filter(right::contains).count();
        }
        return wanted == 0 ? 1 : (double) hits / wanted;
    }

    private Index result(IndexEngine engine, Map<IndexEngine, BuildTime> built, Optional<Index> baseline) {
        List<Point> points = new ArrayList<>();
        tallies.getOrDefault(engine, Map.of())
                .forEach((weighed, tally) ->
                        points.add(new Point(weighed, rounded(tally.recall), rounded(tally.perSecond))));
        BuildTime time = built.getOrDefault(engine, new BuildTime(0, 0));
        Map<String, Double> speeds = speeds(points);
        Map<String, Double> shares = new LinkedHashMap<>();
        baseline.map(Index::queriesPerSecondAt).orElse(speeds).forEach((recall, speed) -> {
            if (speeds.containsKey(recall)) {
                shares.put(recall, rounded(speeds.getOrDefault(recall, 0.0) / speed));
            }
        });
        return new Index(
                engine.name(),
                rounded(time.seconds()),
                rounded(time.cpuSeconds()),
                engine.size(),
                points,
                speeds,
                shares,
                readBandwidthRatio(engine, points),
                engine.takesAll() ? filtered(engine) : List.of());
    }

    /** Measures searches that return only some of the entries, each beside one that returns any. */
    private List<Filtered> filtered(IndexEngine engine) {
        List<Filtered> results = new ArrayList<>();
        passing.forEach((share, nearest) -> {
            results.add(filtered(engine, Ask.of(share, false), nearest));
            results.add(filtered(engine, Ask.of(share, true), nearest));
        });
        return results;
    }

    private Filtered filtered(IndexEngine engine, Ask ask, List<List<Integer>> nearest) {
        double best = Double.MAX_VALUE;
        double unfiltered = Double.MAX_VALUE;
        double recall = 0;
        for (int round = 0; round <= rounds; round++) {
            Answers answers = engine.search(ask);
            recall = recall(answers.neighbors(), nearest);
            best = Math.min(best, answers.seconds());
            unfiltered = Math.min(unfiltered, engine.search(Ask.of(1)).seconds());
        }
        return new Filtered(
                ask.passing(), ask.fixed(), rounded(recall), rounded(exact.size() / best), rounded(best / unfiltered));
    }

    private static Map<String, Double> speeds(List<Point> points) {
        Map<String, Double> speeds = new LinkedHashMap<>();
        for (double recall : RECALLS) {
            speedAt(recall, points).ifPresent(speed -> speeds.put(Double.toString(recall), rounded(speed)));
        }
        return speeds;
    }

    /**
     * Returns the speed at a recall: that of the first setting that reaches it if it is the first of all, or else what
     * lies between it and the setting before, on a logarithmic scale.
     */
    static Optional<Double> speedAt(double recall, List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            Point reached = points.get(i);
            if (reached.recall() >= recall) {
                if (i == 0) {
                    return Optional.of(reached.onOneThread());
                }
                Point before = points.get(i - 1);
                double way = (recall - before.recall()) / (reached.recall() - before.recall());
                return Optional.of(
                        Math.exp((1 - way) * Math.log(before.onOneThread()) + way * Math.log(reached.onOneThread())));
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Double> rounded(Map<Integer, Double> values) {
        Map<Integer, Double> rounded = new LinkedHashMap<>();
        values.forEach((key, value) -> rounded.put(key, rounded(value)));
        return rounded;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    /** What was measured of one engine at one setting. */
    private static final class Tally {

        private final Map<Integer, Double> perSecond = new LinkedHashMap<>();
        private double recall;
    }
}
