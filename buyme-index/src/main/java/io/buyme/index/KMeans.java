package io.buyme.index;

import java.util.Arrays;
import java.util.Random;

/**
 * Lloyd's k-means, begun with k-means++ (Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding",
 * 2007). A center without points is put beside that with the most, which then is split between them. The same points
 * and random numbers give the same centers.
 */
final class KMeans {

    private static final int ITERATIONS = 10;
    /** Points to choose the first centers from, per center: seeding looks at each of them for each center. */
    private static final int SEEDS_PER_CENTER = 8;

    private static final int FEWEST_SEEDS = 2048;
    private static final float SPLIT = 1 / 1024f;

    private final float[][] points;
    private final Random random;
    private final int dimension;
    private final int[] nearest;

    private KMeans(float[][] points, Random random) {
        this.points = points;
        this.random = random;
        this.dimension = points[0].length;
        this.nearest = new int[points.length];
    }

    /** Returns so many centers, or one per point if there are fewer points. There has to be a point. */
    static Centers centers(float[][] points, int count, Random random) {
        return new KMeans(points, random).run(Math.min(count, points.length));
    }

    private Centers run(int count) {
        Centers centers = new Centers(firstCenters(count));
        Arrays.fill(nearest, -1);
        for (int i = 0; i < ITERATIONS && assign(centers); i++) {
            centers = new Centers(means(centers));
        }
        return centers;
    }

    /** Finds the nearest center of each point. Tells whether any is another than before. */
    private boolean assign(Centers centers) {
        boolean changed = false;
        long[] found = centers.nearestAll(points);
        for (int i = 0; i < points.length; i++) {
            int center = Found.slot(found[i]);
            changed |= center != nearest[i];
            nearest[i] = center;
        }
        return changed;
    }

    /** In double precision: the mean of finite floats is finite, however large they are. */
    private float[][] means(Centers old) {
        int count = old.count();
        double[][] sums = new double[count][dimension];
        int[] sizes = new int[count];
        for (int i = 0; i < points.length; i++) {
            double[] sum = sums[nearest[i]];
            for (int j = 0; j < dimension; j++) {
                sum[j] += points[i][j];
            }
            sizes[nearest[i]]++;
        }
        float[][] means = new float[count][dimension];
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < dimension; j++) {
                means[c][j] = (float) (sums[c][j] / Math.max(1, sizes[c]));
            }
        }
        for (int c = 0; c < count; c++) {
            if (sizes[c] == 0) {
                split(largest(sizes), c, means, sizes);
            }
        }
        return means;
    }

    private static int largest(int[] sizes) {
        int largest = 0;
        for (int c = 1; c < sizes.length; c++) {
            if (sizes[c] > sizes[largest]) {
                largest = c;
            }
        }
        return largest;
    }

    private static void split(int large, int empty, float[][] means, int[] sizes) {
        for (int j = 0; j < means[large].length; j++) {
            float step = means[large][j] * (j % 2 == 0 ? SPLIT : -SPLIT);
            means[empty][j] = means[large][j] - step;
            means[large][j] = means[large][j] + step / 2;
        }
        sizes[empty] = sizes[large] / 2;
        sizes[large] -= sizes[empty];
    }

    /** Chooses centers among points, each with a chance that grows with the square of its distance to those before. */
    private float[][] firstCenters(int count) {
        int[] seeds = random.ints(Math.max(FEWEST_SEEDS, SEEDS_PER_CENTER * count), 0, points.length)
                .toArray();
        if (seeds.length >= points.length) {
            seeds = shuffled(points.length);
        }
        Kernels kernels = VectorKernels.chosen();
        float[][] chosen = new float[count][];
        double[] distances = new double[seeds.length];
        Arrays.fill(distances, Float.MAX_VALUE);
        int next = 0;
        for (int c = 0; c < count; c++) {
            chosen[c] = points[seeds[next]].clone();
            double sum = 0;
            for (int i = 0; i < seeds.length; i++) {
                float distance = kernels.squaredDistance(chosen[c], 0, points[seeds[i]], 0, dimension);
                distances[i] = Math.min(distances[i], distance);
                sum += distances[i];
            }
            next = draw(distances, sum);
        }
        return chosen;
    }

    private int draw(double[] weights, double sum) {
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        // All points are the same, or rounding left a little over.
        return random.nextInt(weights.length);
    }

    private int[] shuffled(int count) {
        return Sample.of(count, count, random);
    }
}
