package io.buyme.cli.bench;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.EmbeddingSpace;
import io.buyme.cli.bench.EmbedBenchReport.Batch;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Times an embedder on pictures of files, warm, by one thread. */
public final class EmbedBench {

    private final Embedder embedder;
    private final int repeats;

    /**
     * Creates a bench of this embedder, which the caller closes.
     *
     * @param repeats how often each picture is embedded at each batch size; once more before, untimed
     */
    public EmbedBench(Embedder embedder, int repeats) {
        this.embedder = embedder;
        this.repeats = repeats;
    }

    /**
     * Times decoding and embedding.
     *
     * @param files pictures, one or more; all are held in memory at the same time
     * @param sizes of batches
     * @param settings of the embedder, for the report
     * @throws io.buyme.image.UnreadableImageException if a picture cannot be read
     */
    public EmbedBenchReport run(List<Path> files, List<Integer> sizes, Map<String, String> settings) {
        List<Duration> decoding = new ArrayList<>();
        List<Crop> crops = decode(files, decoding);
        List<Batch> batches = new ArrayList<>();
        for (int size : sizes) {
            batches.add(time(crops, size, total(decoding).dividedBy(files.size())));
        }
        EmbeddingSpace space = embedder.space();
        return new EmbedBenchReport(
                space.model(),
                space.version(),
                space.dimension(),
                settings,
                files.size(),
                1,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                Percentiles.of(decoding),
                batches);
    }

    /** The first pass pays for loading and compiling code, the second is timed. */
    private static List<Crop> decode(List<Path> files, List<Duration> times) {
        ImageDecoder decoder = ImageDecoder.standard();
        files.forEach(decoder::decode);
        List<Crop> crops = new ArrayList<>();
        for (Path file : files) {
            long start = System.nanoTime();
            BufferedImage image = decoder.decode(file);
            times.add(Duration.ofNanos(System.nanoTime() - start));
            crops.add(new Crop(image, Optional.empty(), Optional.empty()));
        }
        return crops;
    }

    private Batch time(List<Crop> crops, int size, Duration decoding) {
        int callsPerRound = (crops.size() + size - 1) / size;
        List<Duration> perImage = new ArrayList<>();
        for (int call = 0; call < callsPerRound * (1 + repeats); call++) {
            List<Crop> batch = batch(crops, size, call);
            long start = System.nanoTime();
            embedder.embedAll(batch);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (call >= callsPerRound) {
                perImage.add(time.dividedBy(size));
            }
        }
        Duration mean = total(perImage).dividedBy(perImage.size());
        return new Batch(
                size,
                perImage.size() * size,
                Percentiles.of(perImage),
                perSecond(mean),
                perSecond(mean.plus(decoding)));
    }

    /** Every batch is a full one: after the last picture comes the first. */
    private static List<Crop> batch(List<Crop> crops, int size, int call) {
        int from = Math.floorMod((long) call * size, crops.size());
        return IntStream.range(from, from + size)
                .mapToObj(i -> crops.get(i % crops.size()))
                .toList();
    }

    private static Duration total(List<Duration> times) {
        return times.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static double perSecond(Duration each) {
        return Math.round(1e10 / Math.max(1, each.toNanos())) / 10.0;
    }
}
