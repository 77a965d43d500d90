package io.buyme.cli.evaluate;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.cli.evaluate.PoseLabels.Row;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks pose classifiers about labelled photos, one after the other about each photo, and scores them. A photo that one of
 * them fails on counts for none. For one run, by one thread.
 */
public final class PoseEvaluation {

    private final Map<String, PoseClassifier> classifiers;
    private final Optional<PoseClassifier> reference;
    private final Map<String, PoseTally> tallies = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private boolean warm;

    /**
     * Creates an evaluation of these classifiers, which the caller closes.
     *
     * @param classifiers by the name for the report; their order is that of the report
     * @param reference whose keypoints theirs are compared with
     */
    public PoseEvaluation(Map<String, PoseClassifier> classifiers, Optional<PoseClassifier> reference) {
        this.classifiers = new LinkedHashMap<>(classifiers);
        this.reference = reference;
        classifiers.keySet().forEach(name -> tallies.put(name, new PoseTally(name)));
    }

    /** A pose, and the processor time that it took. */
    private record Timed(Pose pose, long nanos) {}

    /**
     * Scores the classifiers.
     *
     * @param labels what is right
     * @param withUnsure whether rows marked unsure count
     */
    public PoseComparison run(PoseLabels labels, boolean withUnsure) {
        long scored = 0;
        for (Row row : labels.rows()) {
            if ((withUnsure || !row.unsure()) && score(row)) {
                scored++;
            }
        }
        return new PoseComparison(
                scored,
                labels.rows().stream().filter(Row::unsure).count(),
                failures.size(),
                tallies.values().stream().map(PoseTally::score).toList(),
                failures);
    }

    /** Returns a drawing of some of the photos of the run, as the first classifier saw them. */
    public SkeletonSheet sheet(long seed) {
        Map.Entry<String, PoseTally> first = tallies.entrySet().iterator().next();
        return SkeletonSheet.of(first.getKey(), first.getValue().judged(), seed);
    }

    private boolean score(Row row) {
        try {
            BufferedImage photo = ImageDecoder.standard().decode(row.photo());
            warmUp(photo);
            Map<String, Timed> poses = new LinkedHashMap<>();
            classifiers.forEach((name, classifier) -> poses.put(name, timed(classifier, photo)));
            Optional<Pose> expected = reference.map(classifier -> classifier.classify(photo));
            tallies.forEach((name, tally) -> {
                Timed timed = requireNonNull(poses.get(name), name);
                tally.add(row, timed.pose, timed.nanos, expected);
            });
            return true;
        } catch (BuyMeException e) {
            failures.add(new Failure(row.name(), String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** The first photo pays for loading code; it is classified once without being timed. */
    private void warmUp(BufferedImage photo) {
        if (!warm) {
            warm = true;
            classifiers.values().forEach(classifier -> classifier.classify(photo));
        }
    }

    private static Timed timed(PoseClassifier classifier, BufferedImage photo) {
        long start = cpuNanos();
        Pose pose = classifier.classify(photo);
        return new Timed(pose, cpuNanos() - start);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
