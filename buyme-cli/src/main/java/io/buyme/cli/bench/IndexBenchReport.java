package io.buyme.cli.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme bench index}.
 *
 * @param vectors that are searched
 * @param dimension of them
 * @param metric of the space
 * @param queries in a round
 * @param k neighbours of each
 * @param rounds of which the best counts
 * @param kernels what computes distances
 * @param java version
 * @param processors that the JVM sees
 * @param baseline the engine that the others are compared with
 * @param indexes in the order asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record IndexBenchReport(
        int vectors,
        int dimension,
        String metric,
        int queries,
        int k,
        int rounds,
        String kernels,
        String java,
        int processors,
        String baseline,
        List<Index> indexes) {

    /** Copies the list. */
    public IndexBenchReport {
        indexes = List.copyOf(indexes);
    }

    /**
     * The figures of one index.
     *
     * @param name of the index, with its settings
     * @param buildSeconds by the clock
     * @param buildCpuSeconds of all processors together
     * @param size of what was built
     * @param points by candidates, ascending
     * @param queriesPerSecondAt by recall, on one thread, between the two points around it; without those not reached
     * @param ofBaseline the same as a share of the baseline's
     * @param readBandwidthRatio of an exact index: bytes of vectors that a query on one thread reads per second, as a share
     *     of those that the same thread reads in a loop that does nothing else. Null for others
     * @param filtered searches that may return only some entries, at the index's own setting
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Index(
            String name,
            double buildSeconds,
            double buildCpuSeconds,
            Size size,
            List<Point> points,
            Map<String, Double> queriesPerSecondAt,
            Map<String, Double> ofBaseline,
            @Nullable Double readBandwidthRatio,
            List<Filtered> filtered) {

        /** Copies lists and maps. */
        public Index {
            points = List.copyOf(points);
            filtered = List.copyOf(filtered);
            queriesPerSecondAt = Collections.unmodifiableMap(new LinkedHashMap<>(queriesPerSecondAt));
            ofBaseline = Collections.unmodifiableMap(new LinkedHashMap<>(ofBaseline));
        }
    }

    /**
     * The room that an index takes; null where nobody can tell.
     *
     * @param heapBytes in memory, with ids and vectors
     * @param fileBytes of its snapshot
     * @param loadSeconds from the snapshot to the first answer
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Size(
            @Nullable Long heapBytes,
            @Nullable Long fileBytes,
            @Nullable Double loadSeconds) {

        static final Size UNKNOWN = new Size(null, null, null);
    }

    /**
     * How an index does when only some entries may be returned.
     *
     * @param passing share of them that may
     * @param fixed whether all queries had the same fixed filter, which had been used before; or else each its own
     * @param recall share of the exact neighbours among them that were found
     * @param queriesPerSecond of processor time
     * @param times as long as without a filter
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Filtered(double passing, boolean fixed, double recall, double queriesPerSecond, double times) {}

    /**
     * How an index does at one setting.
     *
     * @param candidates weighed
     * @param recall share of the exact neighbours that were found
     * @param queriesPerSecond by threads: of processor time for one, of the clock for more
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Point(int candidates, double recall, Map<Integer, Double> queriesPerSecond) {

        /** Copies the map. */
        public Point {
            queriesPerSecond = Collections.unmodifiableMap(new LinkedHashMap<>(queriesPerSecond));
        }

        /** Returns the queries per second of one thread. */
        double onOneThread() {
            return queriesPerSecond.getOrDefault(1, 0.0);
        }
    }
}
