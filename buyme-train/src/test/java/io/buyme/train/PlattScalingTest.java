package io.buyme.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.PlattScaling.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

    @Test
    void probabilitiesMatchHowOftenTheTagIsThere() {
        Random random = new Random(4);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double logit = random.nextGaussian() * 3;
            seen.add(new Seen(logit, random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * logit - 1)))));
        }

        PlattScaling scaling = PlattScaling.fit(seen);

        assertThat(scaling.a()).isCloseTo(0.5, within(0.05));
        assertThat(scaling.b()).isCloseTo(-1, within(0.1));
    }

    @Test
    void withTooFewPicturesNothingIsChanged() {
        assertThat(PlattScaling.fit(List.of(new Seen(1, true), new Seen(-1, false))))
                .isEqualTo(PlattScaling.NONE);
    }
}
