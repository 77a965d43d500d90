package io.buyme.index;

/**
 * Short forms of vectors, for ways through a graph: whole numbers, as large as keep the sum of the products of two codes
 * within an int, which is 11 bits at 512 dimensions. They are half as long as floats, and the JVM's compiler makes one
 * machine instruction of many products of shorts without being told to by the Vector API. What a search returns is
 * compared by the vectors themselves. Immutable.
 */
final class Codes {

    /** The squared length of a code takes the places of two numbers, behind them. */
    private static final int LENGTH_SHORTS = 2;
    /** How far beyond the largest number so far those to come may go before all codes have to be made anew. */
    private static final float HEADROOM = 1.25f;

    private final int dimension;
    private final float range;
    private final float scale;

    private Codes(int dimension, float range) {
        this.dimension = dimension;
        this.range = range;
        this.scale = largest(dimension) / range;
    }

    /** Returns codes for vectors whose numbers are at most so large, or somewhat larger. */
    static Codes reaching(int dimension, float largest) {
        return new Codes(dimension, Math.max(HEADROOM * largest, Float.MIN_NORMAL));
    }

    /** Returns the largest number of a code. */
    static int largest(int dimension) {
        return (int) Math.min(Short.MAX_VALUE, Math.sqrt((double) Integer.MAX_VALUE / dimension));
    }

    /** Returns the magnitude of a vector's largest number. */
    static float magnitude(float[] values, int from, int dimension) {
        float largest = 0;
        for (int i = from; i < from + dimension; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    boolean reach(float magnitude) {
        return magnitude <= range;
    }

    /** Returns the number of pairs of numbers in a code, the last of which may be half empty. */
    static int pairs(int dimension) {
        return (dimension + 1) / 2;
    }

    /** Returns room for so many codes. */
    static short[][] room(int rows, int dimension) {
        return new short[rows][2 * pairs(dimension) + LENGTH_SHORTS];
    }

    /** Writes the code of a vector that is somewhere in an array. */
    void write(float[] values, int from, short[] code) {
        int largest = largest(dimension);
        int squares = 0;
        for (int i = 0; i < dimension; i++) {
            int number = Math.max(-largest, Math.min(largest, Math.round(scale * values[from + i])));
            code[i] = (short) number;
            squares += number * number;
        }
        int end = 2 * pairs(dimension);
        code[end] = (short) (squares >>> Short.SIZE);
        code[end + 1] = (short) squares;
    }

    /** Returns the squared length of a code. */
    static int squaredLength(short[] code) {
        return code[code.length - 2] << Short.SIZE | Short.toUnsignedInt(code[code.length - 1]);
    }
}
