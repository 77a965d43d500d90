package io.buyme.train.augment;

import java.util.Random;

/** Gaussian noise from a table, as drawing it anew for each value would take longer than all the rest. */
final class Grain {

    private static final int SIZE = 1 << 16;
    private static final float[] TABLE = table();

    private Grain() {}

    /** Returns a value of the table, whose mean is 0 and whose standard deviation is 1; the index wraps around. */
    static float at(int index) {
        return TABLE[index & (SIZE - 1)];
    }

    private static float[] table() {
        Random random = new Random(20260101);
        float[] table = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = (float) random.nextGaussian();
        }
        return table;
    }
}
