package io.buyme.cli.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.api.StageTimes;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The shape of {@code buyme bench}.
 *
 * @param catalogSize products in the catalogue
 * @param embedded how many of them were really embedded
 * @param jittered how many are embedded ones with noise
 * @param photos different photos
 * @param repeats photos that were timed
 * @param warmup photos that were looked at before, untimed
 * @param java version
 * @param processors that the JVM sees
 * @param ms by stage, in milliseconds; {@code total} is from the encoded file to the explained products
 * @param note how to read this
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BenchReport(
        int catalogSize,
        int embedded,
        int jittered,
        int photos,
        int repeats,
        int warmup,
        String java,
        int processors,
        Map<String, Percentiles> ms,
        String note) {

    private static final String NOTE = "One photo at a time, warm, models loaded before. %d products have embeddings of"
            + " look-book pictures, %d are copies of these with noise.";

    /** Copies the map, in its order. */
    public BenchReport {
        ms = Collections.unmodifiableMap(new LinkedHashMap<>(ms));
    }

    /** Returns the report on these times, one per photo that was timed. */
    public static BenchReport of(int catalogSize, int photos, int warmup, List<StageTimes> times) {
        int embedded = Math.min(catalogSize, BenchCatalog.EMBEDDED);
        Map<String, Percentiles> ms = new LinkedHashMap<>();
        ms.put("decode", percentiles(times, StageTimes::decode));
        ms.put("pose", percentiles(times, StageTimes::pose));
        ms.put("detect", percentiles(times, StageTimes::detect));
        ms.put("embed", percentiles(times, StageTimes::embed));
        ms.put("search", percentiles(times, StageTimes::search));
        ms.put("total", percentiles(times, StageTimes::total));
        return new BenchReport(
                catalogSize,
                embedded,
                catalogSize - embedded,
                photos,
                times.size(),
                warmup,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                ms,
                NOTE.formatted(embedded, catalogSize - embedded));
    }

    private static Percentiles percentiles(List<StageTimes> times, Function<StageTimes, Duration> stage) {
        return Percentiles.of(times.stream().map(stage).toList());
    }
}
