package io.buyme.cli.bench;

import static java.util.Objects.requireNonNull;

import io.buyme.api.PoseClassifier;
import io.buyme.cli.bench.PoseBenchReport.Classifier;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times pose classifiers on photos of files, in turns, warm, by one thread. */
public final class PoseBench {

    private final Map<String, PoseClassifier> classifiers;
    private final int repeats;

    /**
     * Creates a bench of these classifiers, which the caller closes.
     *
     * @param classifiers by the name for the report; their order is that of the report
     * @param repeats how often each photo is looked at; once more before, untimed
     */
    public PoseBench(Map<String, PoseClassifier> classifiers, int repeats) {
        this.classifiers = Collections.unmodifiableMap(new LinkedHashMap<>(classifiers));
        this.repeats = repeats;
    }

    /** The times of one classifier. */
    private record Times(List<Duration> cpu, List<Duration> wall) {}

    /**
     * Times them.
     *
     * @param files photos, one or more; all are held in memory at the same time
     * @throws io.buyme.image.UnreadableImageException if a photo cannot be read
     */
    public PoseBenchReport run(List<Path> files) {
        ImageDecoder decoder = ImageDecoder.standard();
        List<BufferedImage> photos = files.stream().map(decoder::decode).toList();
        Map<String, Times> times = new LinkedHashMap<>();
        classifiers.keySet().forEach(name -> times.put(name, new Times(new ArrayList<>(), new ArrayList<>())));
        for (int round = 0; round <= repeats; round++) {
            for (BufferedImage photo : photos) {
                // One after the other on the same photo, so that what disturbs the machine disturbs all alike.
                classifiers.forEach((name, classifier) -> time(classifier, photo, requireNonNull(times.get(name))));
            }
            if (round == 0) {
                times.values().forEach(warm -> {
                    warm.cpu.clear();
                    warm.wall.clear();
                });
            }
        }
        return new PoseBenchReport(
                photos.size(),
                repeats,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                times.entrySet().stream()
                        .map(timed -> new Classifier(
                                timed.getKey(),
                                Percentiles.of(timed.getValue().cpu),
                                Percentiles.of(timed.getValue().wall)))
                        .toList());
    }

    private static void time(PoseClassifier classifier, BufferedImage photo, Times times) {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        classifier.classify(photo);
        times.cpu.add(Duration.ofNanos(cpuNanos() - cpu));
        times.wall.add(Duration.ofNanos(System.nanoTime() - wall));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
