package io.buyme.testkit.lookbook;

import java.util.List;
import java.util.Random;

/** Random choices that depend on nothing but the numbers it was made of. {@link Random}'s sequence is specified. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    static Dice of(long seed, long index, String purpose) {
        return new Dice(mix(mix(seed + GOLDEN * (index + 1)) ^ purpose.hashCode()));
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    double sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    int seed() {
        return random.nextInt();
    }

    /** The finalizer of splitmix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
