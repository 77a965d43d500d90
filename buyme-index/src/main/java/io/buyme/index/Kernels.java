package io.buyme.index;

/**
 * The arithmetic of approximate searches: distances and inner products of vectors that lie somewhere in arrays, in
 * single precision. Implementations add up in different orders, so their results differ by rounding, and so may those
 * of one row and of four.
 */
interface Kernels {

    /** Returns what these are called in messages. */
    String description();

    float squaredDistance(float[] a, int fromA, float[] b, int fromB, int length);

    float dot(float[] a, int fromA, float[] b, int fromB, int length);

    /** Writes the squared distances of a query to four rows. The query is read once, and misses of the cache overlap. */
    void squaredDistances(
            float[] query,
            int from,
            float[] a,
            int fromA,
            float[] b,
            int fromB,
            float[] c,
            int fromC,
            float[] d,
            int fromD,
            int length,
            float[] sums,
            int at);

    /** Tells whether vectors of this dimension are compared faster as {@link Codes}; as measured. */
    boolean slowerThanCodes(int dimension);

    /** Returns the sum of numbers, which goes round like any sum of ints. There are a multiple of 16. */
    int sum(int[] numbers);

    /** Writes the inner products of a query with four rows, as {@link #squaredDistances} does distances. */
    void dots(
            float[] query,
            int from,
            float[] a,
            int fromA,
            float[] b,
            int fromB,
            float[] c,
            int fromC,
            float[] d,
            int fromD,
            int length,
            float[] sums,
            int at);
}
