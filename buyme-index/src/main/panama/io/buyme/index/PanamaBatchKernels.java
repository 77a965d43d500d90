package io.buyme.index;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API, in the manner of a matrix product of a BLAS (Goto and van de Geijn, 2008): a stretch of a
 * block's columns is packed into panels, each of two vectors' width of rows, in which what is read one after the other
 * lies side by side. Five queries and a panel have ten sums; with two vectors of the panel and up to three copies of a
 * query's number these are as many as AVX2 has registers for. With six queries the compiler spills one.
 */
final class PanamaBatchKernels implements BatchKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SIDE = 5;
    /**
     * Floats from one number of a query to its next. A power of two: the compiler takes the bounds checks out of a loop
     * only where places are shifted loop counters.
     */
    private static final int STEP = 8;

    private static final int WIDTH = 2 * LANES;
    private static final int ROWS_AT_ONCE = 1024;
    /** Columns of a stretch at most: its panels fill most of a second-level cache. */
    private static final int STRETCH = 112;

    @Override
    public int rowsAtOnce() {
        return ROWS_AT_ONCE;
    }

    @Override
    public int side() {
        return SIDE;
    }

    @Override
    public float[] arranged(List<float[]> queries) {
        int dimension = queries.get(0).length;
        int stretch = stretch(dimension);
        int rounded = BatchKernels.roundedUp(queries.size(), SIDE);
        float[] arranged = new float[Math.multiplyExact(rounded / SIDE * STEP, dimension)];
        int at = 0;
        for (int from = 0; from < dimension; from += stretch) {
            int to = Math.min(dimension, from + stretch);
            for (int first = 0; first < queries.size(); first += SIDE) {
                int here = Math.min(SIDE, queries.size() - first);
                for (int i = from; i < to; i++, at += STEP) {
                    for (int j = 0; j < here; j++) {
                        arranged[at + j] = queries.get(first + j)[i];
                    }
                }
            }
        }
        return arranged;
    }

    @Override
    public int scratch(int dimension, int rows) {
        return stretch(dimension) * BatchKernels.roundedUp(rows, WIDTH);
    }

    @Override
    public void addDots(float[][] columns, int from, int to, float[] arranged, float[][] sums, float[] scratch) {
        int stretch = stretch(columns.length);
        int sides = arranged.length / (columns.length * STEP);
        for (int first = 0; first < columns.length; first += stretch) {
            int count = Math.min(columns.length, first + stretch) - first;
            pack(columns, first, count, from, to, scratch);
            for (int row = 0; row < to - from; row += WIDTH) {
                for (int side = 0; side < sides; side++) {
                    int query = sides * STEP * first + side * STEP * count;
                    addDots(scratch, row * count, arranged, query, count, sums, side * SIDE, row);
                }
            }
        }
    }

    /** Stretches are about as long as each other. */
    private static int stretch(int dimension) {
        int stretches = (dimension + STRETCH - 1) / STRETCH;
        return (dimension + stretches - 1) / stretches;
    }

    /** Behind the last row a panel holds whatever it held; sums there are nobody's. */
    private static void pack(float[][] columns, int first, int count, int from, int to, float[] panels) {
        for (int i = 0; i < count; i++) {
            float[] column = columns[first + i];
            int at = i * WIDTH;
            int row = from;
            for (; row < to && row <= column.length - WIDTH; row += WIDTH, at += count * WIDTH) {
                vector(column, row).intoArray(panels, at);
                vector(column, row + LANES).intoArray(panels, at + LANES);
            }
            if (row < to) {
                System.arraycopy(column, row, panels, at, to - row);
            }
        }
    }

    private static void addDots(
            float[] panels, int panel, float[] queries, int query, int count, float[][] sums, int first, int row) {
        addDots(
                panels,
                panel,
                queries,
                query,
                count,
                sums[first],
                sums[first + 1],
                sums[first + 2],
                sums[first + 3],
                sums[first + 4],
                row);
    }

    private static void addDots(
            float[] panels,
            int panel,
            float[] queries,
            int query,
            int count,
            float[] sumsA,
            float[] sumsB,
            float[] sumsC,
            float[] sumsD,
            float[] sumsE,
            int row) {
        FloatVector a = FloatVector.zero(SPECIES), b = a, c = a, d = a, e = a, f = a, g = a, h = a, k = a, l = a;
        for (int i = 0; i < count; i++) {
            FloatVector x = vector(panels, panel + i * WIDTH);
            FloatVector y = vector(panels, panel + i * WIDTH + LANES);
            int at = query + i * STEP;
            FloatVector number = copies(queries[at]);
            a = number.fma(x, a);
            b = number.fma(y, b);
            number = copies(queries[at + 1]);
            c = number.fma(x, c);
            d = number.fma(y, d);
            number = copies(queries[at + 2]);
            e = number.fma(x, e);
            f = number.fma(y, f);
            number = copies(queries[at + 3]);
            g = number.fma(x, g);
            h = number.fma(y, h);
            number = copies(queries[at + 4]);
            k = number.fma(x, k);
            l = number.fma(y, l);
        }
        add(a, b, sumsA, row);
        add(c, d, sumsB, row);
        add(e, f, sumsC, row);
        add(g, h, sumsD, row);
        add(k, l, sumsE, row);
    }

    private static void add(FloatVector first, FloatVector second, float[] sums, int row) {
        first.add(vector(sums, row)).intoArray(sums, row);
        second.add(vector(sums, row + LANES)).intoArray(sums, row + LANES);
    }

    private static FloatVector copies(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    private static FloatVector vector(float[] values, int position) {
        return FloatVector.fromArray(SPECIES, values, position);
    }
}
