package io.buyme.index;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Distances from a query to rows that are in the cache: what one costs with each kind of kernels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class KernelsBenchmark {

    private static final int ROWS = 16;

    /** Numbers of a vector. */
    @Param({"128", "256", "784"})
    public int dimension;

    /** Kinds of kernels. */
    @Param({"plain", "vector-api"})
    public String kind = "plain";

    private Kernels kernels = new ScalarKernels();
    private float[] query = {};
    private float[] rows = {};
    private final float[] sums = new float[ROWS];

    /** Makes the vectors. */
    @Setup
    public void prepare() {
        kernels = kind.equals("plain")
                ? new ScalarKernels()
                : VectorKernels.panama().orElseThrow();
        Random random = new Random(1);
        query = random(random, dimension);
        rows = random(random, ROWS * dimension);
    }

    /** Measures rows one at a time. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] oneRow() {
        for (int i = 0; i < ROWS; i++) {
            sums[i] = kernels.squaredDistance(query, 0, rows, i * dimension, dimension);
        }
        return sums;
    }

    /** Measures four rows at a time. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] fourRows() {
        int d = dimension;
        for (int i = 0; i < ROWS; i += 4) {
            int at = i * d;
            kernels.squaredDistances(query, 0, rows, at, rows, at + d, rows, at + 2 * d, rows, at + 3 * d, d, sums, i);
        }
        return sums;
    }

    private static float[] random(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
