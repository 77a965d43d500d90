package io.buyme.cli.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The shape of {@code buyme bench pose}.
 *
 * @param photos different photos
 * @param repeats how often each was looked at
 * @param java version
 * @param processors that the JVM sees
 * @param classifiers in the order asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PoseBenchReport(int photos, int repeats, String java, int processors, List<Classifier> classifiers) {

    /** Copies the list. */
    public PoseBenchReport {
        classifiers = List.copyOf(classifiers);
    }

    /**
     * How fast one classifier is, from pixels to pose.
     *
     * @param pose its id and settings
     * @param cpuMs processor time of the calling thread for one photo
     * @param wallMs time of the clock for one photo
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Classifier(String pose, Percentiles cpuMs, Percentiles wallMs) {}
}
