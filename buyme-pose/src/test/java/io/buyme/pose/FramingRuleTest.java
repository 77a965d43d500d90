package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Pose.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramingRuleTest {

    /** A person on a street photo who stands straight in the middle of the frame. */
    private static final Map<Measure, Double> WHOLE_PERSON = Map.ofEntries(
            Map.entry(Measure.DETECTION, 0.95),
            Map.entry(Measure.CROWN_TO_NOSE, 0.34),
            Map.entry(Measure.ANKLE_TO_SOLE, 0.37),
            Map.entry(Measure.EYES_TO_TOP, 0.4),
            Map.entry(Measure.ANKLES_TO_BOTTOM, 0.5),
            Map.entry(Measure.SOLES_TO_BOTTOM, 0.2),
            Map.entry(Measure.TOP_CONTACT, 0.0),
            Map.entry(Measure.BOTTOM_CONTACT, 0.0),
            Map.entry(Measure.HEIGHT, 0.93),
            Map.entry(Measure.THIGH, 0.8),
            Map.entry(Measure.SHIN, 0.7),
            Map.entry(Measure.KNEES_FORWARD, 0.1),
            Map.entry(Measure.ANKLE_VISIBILITY, 0.95),
            Map.entry(Measure.TOE_VISIBILITY, 0.95),
            Map.entry(Measure.TURN, 10.0),
            Map.entry(Measure.RIVAL, 0.0));

    private static final FramingNetwork NETWORK = FramingNetwork.builtIn();

    @Test
    void nothingSpeaksAgainstAWholePerson() {
        assertThat(broken(Map.of())).isEmpty();
        assertThat(cuts(Map.of()).head()).isLessThan(0.1);
        assertThat(cuts(Map.of()).feet()).isLessThan(0.1);
    }

    @Test
    void aTightFrameCutsNothing() {
        FramingNetwork.Cuts tight = cuts(Map.of(
                Measure.TOP_CONTACT, 0.1,
                Measure.BOTTOM_CONTACT, 0.2,
                Measure.ANKLES_TO_BOTTOM, 0.38,
                Measure.SOLES_TO_BOTTOM, 0.08,
                Measure.EYES_TO_TOP, 0.3,
                Measure.HEIGHT, 0.99));
        assertThat(tight.head()).isLessThan(0.5);
        assertThat(tight.feet()).isLessThan(0.5);
    }

    @Test
    void aHeadOutsideTheFrameIsCut() {
        assertThat(cuts(Map.of(
                                Measure.CROWN_TO_NOSE, 0.05,
                                Measure.EYES_TO_TOP, -0.1,
                                Measure.TOP_CONTACT, 0.5,
                                Measure.DETECTION, 0.6))
                        .head())
                .isGreaterThan(0.9);
    }

    @Test
    void feetOutsideTheFrameAreCut() {
        assertThat(cuts(Map.of(
                                Measure.ANKLE_TO_SOLE,
                                -0.1,
                                Measure.ANKLES_TO_BOTTOM,
                                -0.1,
                                Measure.SOLES_TO_BOTTOM,
                                -0.3,
                                Measure.BOTTOM_CONTACT,
                                0.7,
                                Measure.ANKLE_VISIBILITY,
                                0.2,
                                Measure.TOE_VISIBILITY,
                                0.2))
                        .feet())
                .isGreaterThan(0.9);
    }

    @Test
    void anInventedBodyDoesNotPass() {
        assertThat(broken(Map.of(Measure.DETECTION, 0.4))).containsExactly(FramingRule.NO_FACE);
        assertThat(broken(Map.of(Measure.CROWN_TO_NOSE, 1.5))).containsExactly(FramingRule.FACE_MISPLACED);
        assertThat(broken(Map.of(Measure.ANKLE_TO_SOLE, 1.5))).containsExactly(FramingRule.ANKLES_MISPLACED);
        assertThat(broken(Map.of(Measure.HEIGHT, 0.2))).containsExactly(FramingRule.TOO_SMALL);
    }

    @Test
    void sideAndBackAreToldApart() {
        assertThat(broken(Map.of(Measure.TURN, 45.0))).isEmpty();
        assertThat(broken(Map.of(Measure.TURN, 75.0))).containsExactly(FramingRule.TURNED);
        assertThat(broken(Map.of(Measure.TURN, 105.0))).containsExactly(FramingRule.TURNED);
        assertThat(broken(Map.of(Measure.TURN, 170.0))).containsExactly(FramingRule.FACING_AWAY);
    }

    @Test
    void aForeshortenedThighMeansSeated() {
        assertThat(broken(Map.of(Measure.THIGH, 0.2))).containsExactly(FramingRule.THIGH_FORESHORTENED);
    }

    @Test
    void shortThighsWithShinsToMatchAreWideTrousers() {
        assertThat(broken(Map.of(Measure.THIGH, 0.6, Measure.SHIN, 0.48, Measure.KNEES_FORWARD, 0.2)))
                .isEmpty();
        assertThat(broken(Map.of(Measure.THIGH, 0.6, Measure.SHIN, 0.75, Measure.KNEES_FORWARD, 0.2)))
                .containsExactly(FramingRule.THIGH_FORESHORTENED);
    }

    @Test
    void anotherOfTheSameSizeMakesSeveral() {
        assertThat(broken(Map.of(Measure.RIVAL, 0.8))).isEmpty();
        assertThat(broken(Map.of(Measure.RIVAL, 0.97))).containsExactly(FramingRule.RIVALED);
        assertThat(FramingRule.RIVALED
                        .apply(measures(Map.of(Measure.RIVAL, 0.97)))
                        .verdict())
                .isEqualTo(Verdict.SEVERAL);
    }

    @Test
    void evidenceGrowsWithTheDistanceFromTheLimit() {
        double little =
                FramingRule.TURNED.apply(measures(Map.of(Measure.TURN, 58.0))).evidence();
        double much =
                FramingRule.TURNED.apply(measures(Map.of(Measure.TURN, 80.0))).evidence();
        assertThat(little).isBetween(0.5, 0.8);
        assertThat(much).isGreaterThan(0.95);
    }

    private static FramingNetwork.Cuts cuts(Map<Measure, Double> changes) {
        return NETWORK.judge(measures(changes));
    }

    private static List<FramingRule> broken(Map<Measure, Double> changes) {
        Measures measures = measures(changes);
        return Arrays.stream(FramingRule.values())
                .filter(rule -> rule.apply(measures).counts())
                .toList();
    }

    private static Measures measures(Map<Measure, Double> changes) {
        Map<Measure, Double> values = new EnumMap<>(WHOLE_PERSON);
        values.putAll(changes);
        return new Measures(values);
    }
}
