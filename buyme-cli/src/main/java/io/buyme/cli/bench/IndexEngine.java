package io.buyme.cli.bench;

import io.buyme.cli.bench.IndexBenchReport.Size;
import java.util.List;

/** Something that finds nearest neighbours, to be measured. For one thread; the caller closes it. */
interface IndexEngine extends AutoCloseable {

    /** Returns what it is called in the report. */
    String name();

    /** Takes the vectors in; the number of one is its place. */
    BuildTime build();

    /** Returns how much room what was built takes, as far as that can be told. */
    Size size();

    /**
     * Answers all queries once.
     *
     * @param candidates how many entries an approximate search weighs
     * @param threads that ask, each some of the queries
     */
    Answers search(int candidates, int threads);

    @Override
    void close();

    /**
     * What building took.
     *
     * @param seconds by the clock
     * @param cpuSeconds of all processors
     */
    record BuildTime(double seconds, double cpuSeconds) {}

    /**
     * What a round of queries brought.
     *
     * @param seconds for all of them: of processor time if one thread asked, or else by the clock
     * @param neighbors of each query, best first, by their places
     */
    record Answers(double seconds, List<List<Integer>> neighbors) {

        public Answers {
            neighbors = List.copyOf(neighbors);
        }
    }
}
