package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Neighbor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100, 1000})
    void keepsTheBestInAnyOrderOfOffers(int limit) {
        List<Neighbor> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(new Neighbor("id" + i, i % 10));
        }
        List<Neighbor> expected =
                all.stream().sorted(Neighbor.BEST_FIRST).limit(limit).toList();
        Random random = new Random(limit);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(all, random);
            TopK best = new TopK(limit);
            all.forEach(best::offer);
            assertThat(best.bestFirst()).isEqualTo(expected);
        }
    }
}
