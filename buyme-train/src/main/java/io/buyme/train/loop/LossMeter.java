package io.buyme.train.loop;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of the losses of some steps. */
final class LossMeter {

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private int steps;

    void add(Map<String, Double> losses) {
        losses.forEach((name, loss) -> sums.merge(name, loss, Double::sum));
        steps++;
    }

    Map<String, Double> drain() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / steps));
        sums.clear();
        steps = 0;
        return means;
    }
}
