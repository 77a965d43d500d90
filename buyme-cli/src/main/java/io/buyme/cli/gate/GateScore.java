package io.buyme.cli.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well the gate tells whole people, on photos that were left out of the fit: each photo was in one of the folds, and
 * judged by a network that learned from the other folds.
 *
 * @param photos of whole people that were used
 * @param skipped photos in which it is not sure that a whole person is inside, or that could not be read
 * @param pictures made of them, and of things without a person
 * @param recall share of the whole people that pass
 * @param specificity share of the others that do not
 * @param expectedCalibrationError mean distance of the stated probability of a whole person from the share of them
 * @param passed share of each kind of picture that passes
 */
@JsonNaming(SnakeCaseStrategy.class)
public record GateScore(
        int photos,
        int skipped,
        int pictures,
        double recall,
        double specificity,
        double expectedCalibrationError,
        Map<String, Double> passed) {

    /** Copies the map, in its order. */
    public GateScore {
        passed = Collections.unmodifiableMap(new LinkedHashMap<>(passed));
    }
}
