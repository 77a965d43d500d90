package io.buyme.train.loop;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whole arrays between Java and native memory; value by value would take a thousand times as long. */
public final class Floats {

    private Floats() {}

    /** Fills a Java array with a native one that is contiguous and not a view. */
    public static void copy(INDArray from, float[] into) {
        buffer(from, into.length).get(into);
    }

    /** Fills a native array that is contiguous and not a view. */
    public static void copy(float[] from, INDArray into) {
        buffer(into, from.length).put(from);
    }

    private static FloatBuffer buffer(INDArray array, int length) {
        if (array.length() != length) {
            throw new IllegalArgumentException("want %d values, found %d".formatted(length, array.length()));
        }
        return array.data().asNioFloat();
    }
}
