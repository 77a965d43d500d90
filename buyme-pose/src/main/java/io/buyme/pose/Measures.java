package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/** The values of all measures of one photo. Immutable. */
final class Measures {

    private final Map<Measure, Double> values;

    Measures(Map<Measure, Double> values) {
        this.values = new EnumMap<>(values);
    }

    static Measures of(Figure figure) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            values.put(measure, measure.of(figure));
        }
        return new Measures(values);
    }

    double of(Measure measure) {
        return requireNonNull(values.get(measure), measure::name);
    }
}
