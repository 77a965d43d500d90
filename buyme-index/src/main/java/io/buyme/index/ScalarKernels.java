package io.buyme.index;

/**
 * Kernels in plain Java. Eight sums side by side, because one sum would make every addition wait for the one before;
 * the compiler may not reorder additions of floats by itself.
 */
final class ScalarKernels implements Kernels {

    @Override
    public String description() {
        return "plain Java";
    }

    @Override
    public float squaredDistance(float[] a, int fromA, float[] b, int fromB, int length) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            int p = fromA + i;
            int q = fromB + i;
            s0 += square(a[p] - b[q]);
            s1 += square(a[p + 1] - b[q + 1]);
            s2 += square(a[p + 2] - b[q + 2]);
            s3 += square(a[p + 3] - b[q + 3]);
            s4 += square(a[p + 4] - b[q + 4]);
            s5 += square(a[p + 5] - b[q + 5]);
            s6 += square(a[p + 6] - b[q + 6]);
            s7 += square(a[p + 7] - b[q + 7]);
        }
        for (; i < length; i++) {
            s0 += square(a[fromA + i] - b[fromB + i]);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int length) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            int p = fromA + i;
            int q = fromB + i;
            s0 += a[p] * b[q];
            s1 += a[p + 1] * b[q + 1];
            s2 += a[p + 2] * b[q + 2];
            s3 += a[p + 3] * b[q + 3];
            s4 += a[p + 4] * b[q + 4];
            s5 += a[p + 5] * b[q + 5];
            s6 += a[p + 6] * b[q + 6];
            s7 += a[p + 7] * b[q + 7];
        }
        for (; i < length; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    @Override
    public void squaredDistances(
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
            int at) {
        sums[at] = squaredDistance(query, from, a, fromA, length);
        sums[at + 1] = squaredDistance(query, from, b, fromB, length);
        sums[at + 2] = squaredDistance(query, from, c, fromC, length);
        sums[at + 3] = squaredDistance(query, from, d, fromD, length);
    }

    @Override
    public void dots(
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
            int at) {
        sums[at] = dot(query, from, a, fromA, length);
        sums[at + 1] = dot(query, from, b, fromB, length);
        sums[at + 2] = dot(query, from, c, fromC, length);
        sums[at + 3] = dot(query, from, d, fromD, length);
    }

    @Override
    public boolean slowerThanCodes(int dimension) {
        return true;
    }

    @Override
    public int sum(int[] numbers) {
        int s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int i = 0; i < numbers.length; i += 4) {
            s0 += numbers[i];
            s1 += numbers[i + 1];
            s2 += numbers[i + 2];
            s3 += numbers[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static float square(float x) {
        return x * x;
    }
}
