package io.buyme.train.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learning rates that grow from the first layer to the heads: what a backbone knows already should change less. */
final class LayerRates {

    private final Schedule schedule;
    private final Map<String, Double> shares = new HashMap<>();

    LayerRates(Schedule schedule, List<String> layers) {
        this.schedule = schedule;
        double ratio = schedule.backboneRate() / schedule.firstLayerRate();
        for (int i = 0; i < layers.size(); i++) {
            double depth = layers.size() <= 1 ? 1 : (double) i / (layers.size() - 1);
            shares.put(layers.get(i), schedule.firstLayerRate() * Math.pow(ratio, depth));
        }
    }

    /** Returns the learning rate of a slot at a share of the run. */
    double rate(Slot slot, double progress) {
        double rate = schedule.rate() * schedule.rateAt(progress);
        Double share = shares.get(slot.layer());
        if (share == null) {
            return rate;
        }
        return progress < schedule.frozen() ? 0 : rate * share;
    }
}
