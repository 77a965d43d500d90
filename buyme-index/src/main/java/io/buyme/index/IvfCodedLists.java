package io.buyme.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lists of codes, and the vectors by number. Codes stand for what a vector differs by from the center of its list. They
 * choose candidates, whose exact scores then decide.
 */
final class IvfCodedLists implements IvfLists {

    private final IvfCoarse coarse;
    private final ProductQuantizer quantizer;
    private final IvfOptions.Codes options;
    private final boolean euclidean;
    private final IvfCodedList[] lists;
    private final List<IvfRow> rows;
    private final FloatRows vectors;

    /**
     * @param rows of the partition, by number; kept up to date by the partition
     * @param sizes how many rows the lists are to be given at first
     */
    IvfCodedLists(
            IvfCoarse coarse, ProductQuantizer quantizer, IvfOptions.Codes options, List<IvfRow> rows, int[] sizes) {
        this.coarse = coarse;
        this.quantizer = quantizer;
        this.options = options;
        this.euclidean = options.euclidean();
        this.rows = rows;
        this.vectors = new FloatRows(quantizer.dimension(), options.newFile());
        this.lists = new IvfCodedList[coarse.lists()];
        Arrays.setAll(lists, i -> new IvfCodedList(quantizer.parts(), euclidean, sizes[i]));
    }

    /** Adds a row to a list, without telling the row. */
    int put(IvfRow row, float[] vector, int list) {
        byte[] code = new byte[quantizer.parts()];
        quantizer.encode(residual(vector, coarse.centers().point(list)), code, 0);
        return put(row, vector, list, code);
    }

    /** Adds a row whose code is known to a list, without telling the row. */
    int put(IvfRow row, float[] vector, int list, byte[] code) {
        vectors.add(vector);
        return lists[list].add(row, code, euclidean ? term(list, code) : 0);
    }

    @Override
    public void add(IvfRow row, float[] vector) {
        int list = coarse.take(vector);
        row.moveTo(list, put(row, vector, list));
    }

    @Override
    public void remove(IvfRow row) {
        lists[row.list()].remove(row.position()).moveTo(row.list(), row.position());
        vectors.remove(row.number());
    }

    @Override
    public void settle() {
        for (int i = 0; i < lists.length; i++) {
            lists[i].settle(i);
        }
    }

    @Override
    public void read(IvfRow row, float[] vector) {
        vectors.read(row.number(), vector);
    }

    @Override
    public void search(IvfProbe probe, int atLeast) {
        Search search = probe.search();
        int wanted = Math.min(search.wanted(), rows.size());
        int weighed = search.candidates().orElse((int) Math.min(options.refine() * wanted, Integer.MAX_VALUE));
        IvfCandidates candidates = new IvfCandidates(search, Math.max(wanted, weighed));
        weigh(probe, atLeast, wanted, candidates);
        while (candidates.size() > 0) {
            int number = Found.slot(candidates.take());
            vectors.read(number, probe.row());
            search.offer(rows.get(number).id(), probe.row(), 0);
        }
    }

    /** Offers the rows of at least so many lists by their codes, and goes on until there are as many as wanted. */
    void weigh(IvfProbe probe, int atLeast, int wanted, IvfCandidates candidates) {
        float[] table = table(probe.search().vector());
        probe.rank(coarse.centers());
        for (int probed = 0; probe.hasNext() && (probed < atLeast || candidates.size() < wanted); probed++) {
            int list = probe.next();
            lists[list].scan(table, base(probe, list), candidates);
        }
    }

    @Override
    public void scan(IvfProbe probe) {
        vectors.scan(probe, rows);
    }

    @Override
    public void write(SnapshotOutput output) {
        IvfSections.writeLists(output, coarse, listByRow());
        IvfSections.writeCodes(output, quantizer, rows.size(), this::readCode);
    }

    /** Writes them as FAISS does. */
    void write(FaissWriter writer, int nprobe) {
        IvfAssignment assignment = new IvfAssignment(coarse, listByRow());
        writer.writeCodes(assignment, quantizer, rows.size(), nprobe, this::readCode);
    }

    private int[] listByRow() {
        return rows.stream().mapToInt(IvfRow::list).toArray();
    }

    private void readCode(int number, byte[] code) {
        IvfRow row = rows.get(number);
        lists[row.list()].read(row.position(), code);
    }

    @Override
    public Optional<Drift> drift() {
        return Optional.of(
                coarse.drift(Arrays.stream(lists).mapToInt(IvfCodedList::size).toArray()));
    }

    /** Returns what a vector differs by from a center. Finite, even if the two are as far apart as floats can be. */
    static float[] residual(float[] vector, float[] center) {
        float[] residual = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            residual[i] = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, vector[i] - center[i]));
        }
        return residual;
    }

    private float[] table(float[] query) {
        float[] table = quantizer.minusDots(query);
        if (euclidean) {
            for (int i = 0; i < table.length; i++) {
                table[i] *= 2;
            }
        }
        return table;
    }

    private float base(IvfProbe probe, int list) {
        float[] query = probe.search().vector();
        return euclidean
                ? probe.distance()
                : -VectorKernels.chosen().dot(query, 0, coarse.centers().point(list), 0, query.length);
    }

    private float term(int list, byte[] code) {
        float[] residual = new float[quantizer.dimension()];
        quantizer.decode(code, 0, residual);
        float[] center = coarse.centers().point(list);
        double term = 0;
        for (int i = 0; i < residual.length; i++) {
            term += (residual[i] + 2.0 * center[i]) * residual[i];
        }
        return (float) term;
    }
}
