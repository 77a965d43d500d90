package io.buyme.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Makes lists for the rows of a partition. Learns from a sample: more rows than it takes to place a center well would
 * only take time.
 */
final class IvfTraining {

    private static final int SAMPLE_PER_CENTER = 32;
    private static final int SAMPLE_PER_CODEWORD = 64;
    /** Rows that are given to lists at a time. */
    private static final int GROUP = 1024;
    /** One row in so many is held back, so that the error of centers on rows they were not made from is known. */
    private static final int HELD_BACK = 16;

    private final IvfOptions options;
    private final List<IvfRow> rows;
    private final IvfLists source;
    private final int dimension;
    private final Random random;

    /** @param source where the vectors of the rows are, which nobody changes meanwhile */
    IvfTraining(IvfOptions options, List<IvfRow> rows, IvfLists source, int dimension) {
        this.options = options;
        this.rows = rows;
        this.source = source;
        this.dimension = dimension;
        this.random = new Random(options.seed());
    }

    /** Returns new lists with all rows. The rows have not been told yet. */
    IvfLists run() {
        int lists = options.listsFor(rows.size());
        int forCodes = options.codes().isPresent() ? SAMPLE_PER_CODEWORD * ProductQuantizer.CODEWORDS : 0;
        int wanted = Math.max(SAMPLE_PER_CENTER * lists, forCodes);
        int[] sample = Sample.of(rows.size(), Math.min(wanted, rows.size() - rows.size() / HELD_BACK), random);
        float[][] vectors = new float[sample.length][];
        Arrays.setAll(vectors, i -> vector(sample[i]));
        IvfAssignment assignment = assign(KMeans.centers(vectors, lists, random), sample);
        if (options.codes().isEmpty()) {
            return plainLists(assignment, rows, source, dimension);
        }
        Arrays.setAll(vectors, i -> residual(vectors[i], sample[i], assignment));
        ProductQuantizer quantizer =
                ProductQuantizer.train(vectors, options.codes().get().parts(), random);
        return codedLists(assignment, quantizer);
    }

    static IvfLists plainLists(IvfAssignment assignment, List<IvfRow> rows, IvfLists source, int dimension) {
        IvfFlatLists lists = new IvfFlatLists(assignment.coarse(), assignment.sizes());
        float[] vector = new float[dimension];
        for (int i = 0; i < rows.size(); i++) {
            source.read(rows.get(i), vector);
            lists.put(rows.get(i), vector, assignment.list(i));
        }
        return lists;
    }

    private IvfLists codedLists(IvfAssignment assignment, ProductQuantizer quantizer) {
        IvfCodedLists lists = new IvfCodedLists(
                assignment.coarse(), quantizer, options.codes().orElseThrow(), rows, assignment.sizes());
        float[] vector = new float[dimension];
        for (int i = 0; i < rows.size(); i++) {
            source.read(rows.get(i), vector);
            lists.put(rows.get(i), vector, assignment.list(i));
        }
        return lists;
    }

    private float[] vector(int row) {
        float[] vector = new float[dimension];
        source.read(rows.get(row), vector);
        return vector;
    }

    private float[] residual(float[] vector, int row, IvfAssignment assignment) {
        return IvfCodedLists.residual(vector, assignment.coarse().centers().point(assignment.list(row)));
    }

    private IvfAssignment assign(Centers centers, int[] sample) {
        BitSet seen = new BitSet();
        Arrays.stream(sample).forEach(seen::set);
        boolean allSeen = sample.length == rows.size();
        int[] listByRow = new int[rows.size()];
        double error = 0;
        for (int from = 0; from < listByRow.length; from += GROUP) {
            int first = from;
            float[][] vectors = new float[Math.min(GROUP, listByRow.length - first)][];
            Arrays.setAll(vectors, i -> vector(first + i));
            long[] nearest = centers.nearestAll(vectors);
            for (int i = 0; i < nearest.length; i++) {
                listByRow[first + i] = Found.slot(nearest[i]);
                error += allSeen || !seen.get(first + i) ? Found.distance(nearest[i]) : 0;
            }
        }
        double mean = error / (allSeen ? rows.size() : rows.size() - sample.length);
        return new IvfAssignment(new IvfCoarse(centers, new IvfCoarse.Training(rows.size(), mean)), listByRow);
    }
}
