package io.buyme.train.loop;

import java.util.ArrayList;
import java.util.List;

/** Precision of the nearest neighbors by cosine: the share of the first k that have the query's class, over queries. */
public final class Neighbors {

    private final List<float[]> index = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    /** Creates an empty index. */
    public Neighbors() {}

    /** Adds an embedding of length 1. */
    public void add(float[] embedding, String className) {
        index.add(embedding);
        classes.add(className);
    }

    /** Returns the share of the {@code k} nearest entries that have this class. */
    public double precision(float[] query, String className, int k) {
        int count = Math.min(k, index.size());
        double[] best = new double[count];
        boolean[] hits = new boolean[count];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < index.size(); i++) {
            double score = dot(query, index.get(i));
            int at = count;
            while (at > 0 && score > best[at - 1]) {
                at--;
            }
            if (at < count) {
                System.arraycopy(best, at, best, at + 1, count - at - 1);
                System.arraycopy(hits, at, hits, at + 1, count - at - 1);
                best[at] = score;
                hits[at] = classes.get(i).equals(className);
            }
        }
        int right = 0;
        for (boolean hit : hits) {
            right += hit ? 1 : 0;
        }
        return count == 0 ? 0 : (double) right / count;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
