package io.buyme.train.loop;

import java.util.SplittableRandom;

/** Random numbers that depend on where training is, not on how it got there, so that a resumed run repeats them. */
public final class Randoms {

    private Randoms() {}

    /** Returns random numbers for a place in a run, such as its seed, epoch, step and row. */
    public static SplittableRandom at(long... place) {
        return new SplittableRandom(seed(place));
    }

    /** Returns a seed for a place in a run. */
    public static long seed(long... place) {
        long seed = 0x9E3779B97F4A7C15L;
        for (long part : place) {
            seed = mix(seed ^ mix(part + 0x632BE59BD9B4E019L));
        }
        return seed;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
