package io.buyme.index;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API. Compiled apart from the rest, because the API is an incubating module; loaded by name,
 * because the module is there only if the JVM was started with it.
 */
final class PanamaKernels implements Kernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** At most eight, so that two of them go through 16 numbers. */
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;

    private static final int LANES = SPECIES.length();

    @Override
    public String description() {
        return "Vector API, " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public float squaredDistance(float[] a, int fromA, float[] b, int fromB, int length) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            sum0 = addSquare(at(a, fromA + i), at(b, fromB + i), sum0);
            sum1 = addSquare(at(a, fromA + i + LANES), at(b, fromB + i + LANES), sum1);
            sum2 = addSquare(at(a, fromA + i + 2 * LANES), at(b, fromB + i + 2 * LANES), sum2);
            sum3 = addSquare(at(a, fromA + i + 3 * LANES), at(b, fromB + i + 3 * LANES), sum3);
        }
        for (; i <= length - LANES; i += LANES) {
            sum0 = addSquare(at(a, fromA + i), at(b, fromB + i), sum0);
        }
        float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        return sum + squaresFrom(i, a, fromA, b, fromB, length);
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int length) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            sum0 = at(a, fromA + i).fma(at(b, fromB + i), sum0);
            sum1 = at(a, fromA + i + LANES).fma(at(b, fromB + i + LANES), sum1);
            sum2 = at(a, fromA + i + 2 * LANES).fma(at(b, fromB + i + 2 * LANES), sum2);
            sum3 = at(a, fromA + i + 3 * LANES).fma(at(b, fromB + i + 3 * LANES), sum3);
        }
        for (; i <= length - LANES; i += LANES) {
            sum0 = at(a, fromA + i).fma(at(b, fromB + i), sum0);
        }
        float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        return sum + productsFrom(i, a, fromA, b, fromB, length);
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
        FloatVector sumA = FloatVector.zero(SPECIES);
        FloatVector sumB = sumA;
        FloatVector sumC = sumA;
        FloatVector sumD = sumA;
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector part = at(query, from + i);
            sumA = addSquare(part, at(a, fromA + i), sumA);
            sumB = addSquare(part, at(b, fromB + i), sumB);
            sumC = addSquare(part, at(c, fromC + i), sumC);
            sumD = addSquare(part, at(d, fromD + i), sumD);
        }
        sums[at] = sumA.reduceLanes(VectorOperators.ADD) + squaresFrom(i, query, from, a, fromA, length);
        sums[at + 1] = sumB.reduceLanes(VectorOperators.ADD) + squaresFrom(i, query, from, b, fromB, length);
        sums[at + 2] = sumC.reduceLanes(VectorOperators.ADD) + squaresFrom(i, query, from, c, fromC, length);
        sums[at + 3] = sumD.reduceLanes(VectorOperators.ADD) + squaresFrom(i, query, from, d, fromD, length);
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
        FloatVector sumA = FloatVector.zero(SPECIES);
        FloatVector sumB = sumA;
        FloatVector sumC = sumA;
        FloatVector sumD = sumA;
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector part = at(query, from + i);
            sumA = part.fma(at(a, fromA + i), sumA);
            sumB = part.fma(at(b, fromB + i), sumB);
            sumC = part.fma(at(c, fromC + i), sumC);
            sumD = part.fma(at(d, fromD + i), sumD);
        }
        sums[at] = sumA.reduceLanes(VectorOperators.ADD) + productsFrom(i, query, from, a, fromA, length);
        sums[at + 1] = sumB.reduceLanes(VectorOperators.ADD) + productsFrom(i, query, from, b, fromB, length);
        sums[at + 2] = sumC.reduceLanes(VectorOperators.ADD) + productsFrom(i, query, from, c, fromC, length);
        sums[at + 3] = sumD.reduceLanes(VectorOperators.ADD) + productsFrom(i, query, from, d, fromD, length);
    }

    @Override
    public boolean slowerThanCodes(int dimension) {
        return false;
    }

    @Override
    public int sum(int[] numbers) {
        IntVector sum0 = IntVector.zero(INTS);
        IntVector sum1 = sum0;
        for (int i = 0; i < numbers.length; i += 2 * INTS.length()) {
            sum0 = sum0.add(IntVector.fromArray(INTS, numbers, i));
            sum1 = sum1.add(IntVector.fromArray(INTS, numbers, i + INTS.length()));
        }
        return sum0.add(sum1).reduceLanes(VectorOperators.ADD);
    }

    private static FloatVector at(float[] values, int position) {
        return FloatVector.fromArray(SPECIES, values, position);
    }

    private static FloatVector addSquare(FloatVector a, FloatVector b, FloatVector sum) {
        FloatVector difference = a.sub(b);
        return difference.fma(difference, sum);
    }

    private static float squaresFrom(int first, float[] a, int fromA, float[] b, int fromB, int length) {
        float sum = 0;
        for (int i = first; i < length; i++) {
            float difference = a[fromA + i] - b[fromB + i];
            sum += difference * difference;
        }
        return sum;
    }

    private static float productsFrom(int first, float[] a, int fromA, float[] b, int fromB, int length) {
        float sum = 0;
        for (int i = first; i < length; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }
}
