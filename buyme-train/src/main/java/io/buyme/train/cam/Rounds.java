package io.buyme.train.cam;

import io.buyme.train.data.Sample;
import io.buyme.train.loop.Randoms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Samples in random order, each once before any comes again. */
final class Rounds {

    private final List<Sample> samples;
    private final Random random;
    private int next;

    /**
     * Starts an epoch.
     *
     * @param kind number that tells these rounds from others of the same epoch
     */
    Rounds(List<Sample> samples, long seed, int epoch, int kind) {
        this.samples = new ArrayList<>(samples);
        this.random = new Random(Randoms.seed(seed, epoch, kind));
        this.next = samples.size();
    }

    Sample next() {
        if (next == samples.size()) {
            Collections.shuffle(samples, random);
            next = 0;
        }
        return samples.get(next++);
    }
}
