package io.buyme.cli.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of {@code buyme bench embed}.
 *
 * @param embedder its id
 * @param version of its space
 * @param dimension of its vectors
 * @param settings of the embedder, as given; its own threads among them, if it has that setting
 * @param pictures different pictures
 * @param callers threads that call the embedder
 * @param java version
 * @param processors that the JVM sees
 * @param decodeMs from the encoded file to pixels, one picture at a time
 * @param batches by size, in the order asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EmbedBenchReport(
        String embedder,
        String version,
        int dimension,
        Map<String, String> settings,
        int pictures,
        int callers,
        String java,
        int processors,
        Percentiles decodeMs,
        List<Batch> batches) {

    /** Copies the map and the list. */
    public EmbedBenchReport {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        batches = List.copyOf(batches);
    }

    /**
     * How fast batches of one size are.
     *
     * @param batch pictures in a call
     * @param timed pictures that were timed
     * @param msPerImage of a call's time, from pixels to vectors, the share of one picture
     * @param imagesPerSecond of all calls together, without decoding
     * @param imagesPerSecondWithDecoding the same with the mean time of decoding added
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Batch(
            int batch, int timed, Percentiles msPerImage, double imagesPerSecond, double imagesPerSecondWithDecoding) {}
}
