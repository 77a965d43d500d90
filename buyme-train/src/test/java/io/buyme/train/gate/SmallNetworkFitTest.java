package io.buyme.train.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.train.loop.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallNetworkFitTest {

    private static final SmallNetworkFit FIT = new SmallNetworkFit(3, 8, 300, 1e-4);

    @Test
    void learnsWhatNoSingleLineSeparates() {
        List<List<Double>> inputs = new ArrayList<>();
        List<List<Double>> targets = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble() * 2 - 1;
            double y = random.nextDouble() * 2 - 1;
            inputs.add(List.of(x, y));
            targets.add(List.of(x * y > 0 ? 1.0 : 0.0, x > 0.2 ? 1.0 : 0.0));
        }
        SmallNetwork network = FIT.fit(inputs, targets);
        long right = 0;
        for (int i = 0; i < inputs.size(); i++) {
            List<Double> out = apply(network, inputs.get(i));
            right += (out.get(0) > 0) == (targets.get(i).get(0) > 0.5) ? 1 : 0;
            right += (out.get(1) > 0) == (targets.get(i).get(1) > 0.5) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(370);
    }

    @Test
    void givesTheSameWeightsForTheSameSeed() {
        List<List<Double>> inputs = List.of(List.of(0.0, 1.0), List.of(1.0, 0.0));
        List<List<Double>> targets = List.of(List.of(0.0), List.of(1.0));
        assertThat(FIT.fit(inputs, targets)).isEqualTo(FIT.fit(inputs, targets));
    }

    @Test
    void refusesWhatCannotTeach() {
        assertThatThrownBy(() -> FIT.fit(List.of(), List.of())).isInstanceOf(TrainingException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> FIT.fit(List.of(List.of(1.0)), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmallNetworkFit(1, 0, 1, 0));
    }

    /** The formula that {@link SmallNetwork} documents, before the logistic function. */
    private static List<Double> apply(SmallNetwork network, List<Double> in) {
        List<Double> hidden = layer(network.hiddenWeights(), network.hiddenBiases(), in).stream()
                .map(Math::tanh)
                .toList();
        return layer(network.outputWeights(), network.outputBiases(), hidden);
    }

    private static List<Double> layer(List<List<Double>> weights, List<Double> biases, List<Double> in) {
        List<Double> out = new ArrayList<>();
        for (int unit = 0; unit < biases.size(); unit++) {
            double sum = biases.get(unit);
            for (int i = 0; i < in.size(); i++) {
                sum += weights.get(unit).get(i) * in.get(i);
            }
            out.add(sum);
        }
        return out;
    }
}
