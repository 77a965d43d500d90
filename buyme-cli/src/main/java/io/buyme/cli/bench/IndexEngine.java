package io.buyme.cli.bench;

import io.buyme.cli.bench.IndexBenchReport.Size;
import java.util.List;
import java.util.OptionalInt;

/** Something that finds nearest neighbours, to be measured. For one thread; the caller closes it. */
interface IndexEngine extends AutoCloseable {

    /** Returns what it is called in the report. */
    String name();

    /** Takes the vectors in; the number of one is its place. */
    BuildTime build();

    /** Returns how much room what was built takes, as far as that can be told. */
    Size size();

    /** Answers all queries once. */
    Answers search(Ask ask);

    /** Tells whether it can be asked by several threads, and with filters. */
    default boolean takesAll() {
        return true;
    }

    /** Returns how many bytes of vectors each query reads, if it reads all of them alone; zero otherwise. */
    default long bytesReadPerQuery() {
        return 0;
    }

    @Override
    void close();

    /**
     * How queries are asked.
     *
     * @param candidates how many entries an approximate search weighs; empty for the index's own setting
     * @param threads that ask, each some of the queries
     * @param passing share of the entries that may be returned, 1 for all
     * @param fixed whether an index may remember which these are
     */
    record Ask(OptionalInt candidates, int threads, double passing, boolean fixed) {

        static Ask weighing(int candidates, int threads) {
            return new Ask(OptionalInt.of(candidates), threads, 1, false);
        }

        static Ask of(double passing) {
            return of(passing, false);
        }

        static Ask of(double passing, boolean fixed) {
            return new Ask(OptionalInt.empty(), 1, passing, fixed);
        }

        /** Tells whether the entry at a place may be returned. */
        boolean passes(int place) {
            // Multiples of the golden ratio are spread evenly and keep no step with anything in the vectors' order.
            return ((place * 0x9E3779B9L) & 0xFFFFFFFFL) < passing * 0x1p32;
        }
    }

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
