package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The shape of {@code buyme evaluate pose}.
 *
 * @param rows photos that were scored
 * @param unsure rows marked unsure; left out unless asked for
 * @param failed photos that could not be read or classified; not scored
 * @param classifiers at least one, in the order asked for, all on the same photos
 * @param failures the photos behind {@code failed}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PoseComparison(long rows, long unsure, long failed, List<PoseScore> classifiers, List<Failure> failures) {

    /** Copies the lists. */
    public PoseComparison {
        classifiers = List.copyOf(classifiers);
        failures = List.copyOf(failures);
    }

    /** Returns the first classifier, whose fields stand beside those of this record: most often there is no other. */
    @JsonUnwrapped
    public PoseScore first() {
        return classifiers.get(0);
    }
}
