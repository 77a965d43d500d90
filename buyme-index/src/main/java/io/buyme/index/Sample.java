package io.buyme.index;

import java.util.Arrays;
import java.util.Random;

/** Numbers drawn at random without any of them twice. */
final class Sample {

    private Sample() {}

    /** Returns so many of the numbers from zero to below a limit, in a random order. */
    static int[] of(int limit, int count, Random random) {
        int[] numbers = new int[limit];
        Arrays.setAll(numbers, i -> i);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(limit - i);
            int number = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = number;
        }
        return Arrays.copyOf(numbers, count);
    }
}
