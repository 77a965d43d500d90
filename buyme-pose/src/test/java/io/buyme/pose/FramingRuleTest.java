package io.buyme.pose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramingRuleTest {

    /** A person on a street photo who stands straight in the middle of the frame. */
    private static final Map<String, Double> WHOLE_PERSON = Map.ofEntries(
            Map.entry("detection", 0.95),
            Map.entry("crownToNose", 0.34),
            Map.entry("ankleToSole", 0.37),
            Map.entry("eyesToTop", 0.4),
            Map.entry("anklesToBottom", 0.5),
            Map.entry("topContact", 0.0),
            Map.entry("bottomContact", 0.0),
            Map.entry("anklePresence", 0.99),
            Map.entry("height", 0.93),
            Map.entry("turn", 10.0),
            Map.entry("thigh", 0.8),
            Map.entry("kneesForward", 0.1));

    @Test
    void aWholePersonBreaksNoRule() {
        assertThat(broken(Map.of())).isEmpty();
    }

    @Test
    void aTightFrameBreaksNoRule() {
        assertThat(broken(Map.of("topContact", 0.15, "bottomContact", 0.2, "anklesToBottom", 0.35, "eyesToTop", 0.3)))
                .isEmpty();
    }

    @Test
    void aCutSkullIsToldFromATightFrame() {
        assertThat(broken(Map.of("topContact", 0.15, "crownToNose", 0.1))).containsExactly(FramingRule.SKULL_CUT);
        assertThat(broken(Map.of("topContact", 0.5))).containsExactly(FramingRule.WIDE_AT_TOP);
        assertThat(broken(Map.of("eyesToTop", -0.1))).containsExactly(FramingRule.EYES_OUTSIDE);
    }

    @Test
    void cutFeetAreToldFromATightFrame() {
        assertThat(broken(Map.of("bottomContact", 0.2, "ankleToSole", 0.1))).containsExactly(FramingRule.FOOT_CUT);
        assertThat(broken(Map.of("bottomContact", 0.6))).containsExactly(FramingRule.WIDE_AT_BOTTOM);
        assertThat(broken(Map.of("anklesToBottom", -0.5))).containsExactly(FramingRule.ANKLE_OUTSIDE);
        assertThat(broken(Map.of("anklePresence", 0.3))).containsExactly(FramingRule.ANKLE_ABSENT);
    }

    @Test
    void anInventedBodyDoesNotPass() {
        assertThat(broken(Map.of("detection", 0.4))).containsExactly(FramingRule.NO_FACE);
        assertThat(broken(Map.of("crownToNose", 1.5))).containsExactly(FramingRule.FACE_MISPLACED);
        assertThat(broken(Map.of("ankleToSole", 1.5))).containsExactly(FramingRule.ANKLES_MISPLACED);
        assertThat(broken(Map.of("height", 0.2))).containsExactly(FramingRule.TOO_SMALL);
    }

    @Test
    void sideAndBackAreToldApart() {
        assertThat(broken(Map.of("turn", 45.0))).isEmpty();
        assertThat(broken(Map.of("turn", 75.0))).containsExactly(FramingRule.TURNED);
        assertThat(broken(Map.of("turn", 105.0))).containsExactly(FramingRule.TURNED);
        assertThat(broken(Map.of("turn", 170.0))).containsExactly(FramingRule.FACING_AWAY);
    }

    @Test
    void aForeshortenedThighMeansSeated() {
        assertThat(broken(Map.of("thigh", 0.2))).containsExactly(FramingRule.THIGH_FORESHORTENED);
    }

    @Test
    void kneesFarBeforeTheAnklesMeanSeatedOnlyIfTheThighIsShortToo() {
        assertThat(broken(Map.of("thigh", 0.6, "kneesForward", 0.0))).isEmpty();
        assertThat(broken(Map.of("thigh", 0.6, "kneesForward", 0.25))).containsExactly(FramingRule.THIGH_FORESHORTENED);
        assertThat(broken(Map.of("kneesForward", 0.25))).isEmpty();
    }

    @Test
    void evidenceGrowsWithTheDistanceFromTheLimit() {
        double little = FramingRule.TURNED.evidence(measures(Map.of("turn", 58.0)));
        double much = FramingRule.TURNED.evidence(measures(Map.of("turn", 80.0)));
        assertThat(little).isBetween(0.5, 0.8);
        assertThat(much).isGreaterThan(0.95);
    }

    private static List<FramingRule> broken(Map<String, Double> changes) {
        Measures measures = measures(changes);
        return Arrays.stream(FramingRule.values())
                .filter(rule -> rule.evidence(measures) >= 0.5)
                .toList();
    }

    private static Measures measures(Map<String, Double> changes) {
        return new Measures(
                value("detection", changes),
                value("crownToNose", changes),
                value("ankleToSole", changes),
                value("eyesToTop", changes),
                value("anklesToBottom", changes),
                value("topContact", changes),
                value("bottomContact", changes),
                value("anklePresence", changes),
                value("height", changes),
                value("turn", changes),
                value("thigh", changes),
                value("kneesForward", changes));
    }

    private static double value(String name, Map<String, Double> changes) {
        Double usual = requireNonNull(WHOLE_PERSON.get(name), name);
        return requireNonNull(changes.getOrDefault(name, usual));
    }
}
