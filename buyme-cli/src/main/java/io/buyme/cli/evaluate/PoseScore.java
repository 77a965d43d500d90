package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme evaluate pose}. "Yes" is full front. A measure is null if there is nothing to measure.
 *
 * @param accuracy share of right verdicts
 * @param balancedAccuracy mean of recall and its like for the other class
 * @param precision share of full-front photos among those that passed
 * @param recall share of full-front photos that passed
 * @param rows photos that were scored
 * @param unsure rows marked unsure; left out unless asked for
 * @param failed photos that could not be read or classified; not scored
 * @param msPerPhoto mean wall time of the pose stage, without decoding
 * @param byReason scored rows by label, {@code full_front} for those that are
 * @param wrong verdicts that differ from the label
 * @param failures the photos behind {@code failed}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PoseScore(
        @Nullable Double accuracy,
        @Nullable Double balancedAccuracy,
        @Nullable Double precision,
        @Nullable Double recall,
        long rows,
        long unsure,
        long failed,
        @Nullable Double msPerPhoto,
        Map<String, Group> byReason,
        List<Wrong> wrong,
        List<Failure> failures) {

    /** Copies the lists. */
    public PoseScore {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        wrong = List.copyOf(wrong);
        failures = List.copyOf(failures);
    }

    /**
     * Rows of one label.
     *
     * @param rows how many
     * @param right how many of them got the right verdict
     */
    public record Group(long rows, long right) {}

    /**
     * A wrong verdict.
     *
     * @param file as in the labels
     * @param fullFront what is right
     * @param reason of the label
     * @param verdict of the stage
     * @param score of the verdict
     * @param reasons of the verdict
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Wrong(
            String file, boolean fullFront, String reason, String verdict, double score, List<String> reasons) {

        /** Copies the list. */
        public Wrong {
            reasons = List.copyOf(reasons);
        }
    }
}
