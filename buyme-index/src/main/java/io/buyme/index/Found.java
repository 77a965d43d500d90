package io.buyme.index;

/** A slot and its distance in one number, which orders by distance and then by slot. NaN is farther than all. */
final class Found {

    private Found() {}

    static long of(float distance, int slot) {
        int bits = Float.floatToIntBits(distance);
        // The bits of negative floats grow as the floats get smaller.
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ordered << 32) | slot;
    }

    static int slot(long found) {
        return (int) found;
    }

    static float distance(long found) {
        int ordered = (int) (found >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
    }
}
