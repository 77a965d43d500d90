package io.buyme.train.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.loop.TrainingException;
import io.buyme.train.rerank.ProbabilityFit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairwiseRankingTest {

    private static final PairwiseRanking SHORT = new PairwiseRanking(1, 200, 10);

    /** People who go by the second of three signals, and know nothing of the third. */
    private static List<Preference> preferences() {
        Random random = new Random(1);
        List<Preference> preferences = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Double> one = List.of(random.nextDouble(), random.nextDouble(), 0.0);
            List<Double> other = List.of(random.nextDouble(), random.nextDouble(), 0.0);
            boolean first = one.get(1) > other.get(1);
            preferences.add(new Preference("query " + i % 20, first ? one : other, first ? other : one, 1));
        }
        return preferences;
    }

    @Test
    void whatPeopleGoByGetsTheLargestWeightAndWhatTheyNeverSawStaysAsItWas() {
        List<Double> weights = SHORT.fit(preferences(), List.of(2.0, 0.5, 0.7), Set.of());

        assertThat(weights.get(1)).isGreaterThan(3 * weights.get(0));
        assertThat(weights.get(0)).isNotNegative();
        assertThat(weights.get(2)).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void aFixedWeightStaysAsItIs() {
        assertThat(SHORT.fit(preferences(), List.of(2.0, 0.5, 0.7), Set.of(0)).get(0))
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void withoutAnyPreferenceThereIsNothingToLearn() {
        assertThatThrownBy(() -> SHORT.fit(List.of(), List.of(1.0), Set.of()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("nobody preferred anything");
        assertThatIllegalArgumentException().isThrownBy(() -> new Preference("q", List.of(1.0), List.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Preference("q", List.of(1.0), List.of(1.0), 0));
    }

    @Test
    void probabilitiesFollowTheOutcomes() {
        Random random = new Random(2);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double total = 4 * random.nextGaussian();
            boolean good = random.nextDouble() < 1 / (1 + Math.exp(-(1.5 * total - 2)));
            outcomes.add(new Outcome(total, good ? 1 : 0));
        }
        ProbabilityFit fit = ProbabilityFit.ofLabels(outcomes);

        assertThat(fit.slope()).isCloseTo(1.5, within(0.1));
        assertThat(fit.offset()).isCloseTo(-2, within(0.15));
        assertThat(ProbabilityFit.ofTargets(List.of(new Outcome(0, 0.2), new Outcome(1, 0.6)))
                        .probability(1))
                .isCloseTo(0.6, within(1e-3));
    }
}
