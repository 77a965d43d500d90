package io.buyme.cli.gate;

import io.buyme.pose.FramingNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what the gate says of examples that it has not learned from. For one thread. */
final class GateTally {

    private static final int BINS = 10;

    private final List<Judged> judged = new ArrayList<>();

    private record Judged(GateExample example, boolean passes, double whole) {}

    /** Adds what a network says of an example. */
    void add(GateExample example, FramingNetwork network) {
        judged.add(new Judged(example, network.passes(example.inputs()), network.wholeness(example.inputs())));
    }

    GateScore score(int photos, int skipped) {
        Map<String, Double> passed = judged.stream()
                .collect(Collectors.groupingBy(
                        j -> j.example().kind().name().toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.averagingDouble(j -> j.passes() ? 1 : 0)));
        return new GateScore(
                photos,
                skipped,
                judged.size(),
                share(judged.stream().filter(j -> j.example().whole()).toList()),
                1 - share(judged.stream().filter(j -> !j.example().whole()).toList()),
                calibrationError(),
                passed);
    }

    private static double share(List<Judged> some) {
        return some.stream().mapToDouble(j -> j.passes() ? 1 : 0).average().orElse(0);
    }

    /** Mean over bins of equal width, each by its share of the examples (Guo et al., ICML 2017). */
    private double calibrationError() {
        Map<Integer, List<Judged>> bins =
                judged.stream().collect(Collectors.groupingBy(j -> Math.min(BINS - 1, (int) (j.whole() * BINS))));
        return bins.values().stream()
                        .mapToDouble(bin -> Math.abs(bin.stream()
                                .mapToDouble(j -> (j.example().whole() ? 1 : 0) - j.whole())
                                .sum()))
                        .sum()
                / Math.max(1, judged.size());
    }
}
