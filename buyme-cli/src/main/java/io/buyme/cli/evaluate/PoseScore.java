package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well one pose classifier does. "Yes" is full front. A measure is null if there is nothing to measure.
 *
 * @param pose its id and settings
 * @param accuracy share of right verdicts
 * @param balancedAccuracy mean of recall and specificity
 * @param precision share of full-front photos among those that passed
 * @param recall share of full-front photos that passed
 * @param specificity share of other photos that did not pass
 * @param msPerPhoto mean processor time of the calling thread, without decoding
 * @param pck how its keypoints agree with those of the reference
 * @param byReason scored rows by label, {@code full_front} for those that are
 * @param wrong verdicts that differ from the label
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PoseScore(
        String pose,
        @Nullable Double accuracy,
        @Nullable Double balancedAccuracy,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double specificity,
        @Nullable Double msPerPhoto,
        @Nullable Pck pck,
        Map<String, Group> byReason,
        List<Wrong> wrong) {

    /** Copies map and list. */
    public PoseScore {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        wrong = List.copyOf(wrong);
    }

    /**
     * Share of the keypoints that are near those of the reference.
     *
     * @param photos where both see a person
     * @param points keypoints in them that the reference is sure of
     * @param within5 share within 5 % of the person's height
     * @param within10 share within 10 % of it
     */
    public record Pck(
            long photos,
            long points,
            @JsonProperty("within_0.05") double within5,
            @JsonProperty("within_0.1") double within10) {}

    /**
     * Rows of one label.
     *
     * @param rows how many
     * @param right how many of them got the right answer to whether they are full front
     * @param passed how many of them were taken for full front
     * @param verdicts how many of them got which verdict
     */
    public record Group(long rows, long right, long passed, Map<String, Long> verdicts) {

        /** Copies the map. */
        public Group {
            verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts));
        }
    }

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
