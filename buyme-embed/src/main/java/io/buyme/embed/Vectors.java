package io.buyme.embed;

/** Arithmetic on vectors, in place. */
final class Vectors {

    private Vectors() {}

    /** Returns the Euclidean length; NaN or infinite if a value is. */
    static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** Scales to the given length; a vector without length stays as it is. */
    static void scaleTo(float length, float[] vector) {
        double now = length(vector);
        float factor = now > 0 ? (float) (length / now) : 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** Takes roots, after which the cosine of two histograms is their Bhattacharyya coefficient. */
    static void squareRoot(float[] histogram) {
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] = (float) Math.sqrt(histogram[i]);
        }
    }
}
