package io.buyme.train.loop;

import java.util.List;
import java.util.SplittableRandom;

/** The samples of one group, dealt in random order: each once before any comes again. */
final class Deck {

    private final int[] samples;
    private int next;

    Deck(List<Integer> samples) {
        this.samples = samples.stream().mapToInt(Integer::intValue).toArray();
        this.next = this.samples.length;
    }

    int size() {
        return samples.length;
    }

    int deal(SplittableRandom random) {
        if (next == samples.length) {
            shuffle(random);
            next = 0;
        }
        return samples[next++];
    }

    private void shuffle(SplittableRandom random) {
        for (int i = samples.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = samples[i];
            samples[i] = samples[j];
            samples[j] = swapped;
        }
    }
}
