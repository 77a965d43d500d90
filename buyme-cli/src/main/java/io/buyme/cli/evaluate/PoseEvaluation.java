package io.buyme.cli.evaluate;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.cli.evaluate.PoseLabels.Row;
import io.buyme.cli.evaluate.PoseScore.Group;
import io.buyme.cli.evaluate.PoseScore.Wrong;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Asks a pose classifier about labelled photos, one at a time, and scores it. For one run, by one thread. */
public final class PoseEvaluation {

    private final PoseClassifier classifier;
    private final Map<String, Group> byReason = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private BinaryMetrics metrics = BinaryMetrics.NONE;
    private long nanos;
    private boolean warm;

    /** Creates an evaluation of this classifier, which the caller closes. */
    public PoseEvaluation(PoseClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Scores the classifier.
     *
     * @param labels what is right
     * @param withUnsure whether rows marked unsure count
     */
    public PoseScore run(PoseLabels labels, boolean withUnsure) {
        for (Row row : labels.rows()) {
            if (withUnsure || !row.unsure()) {
                score(row);
            }
        }
        return new PoseScore(
                Rounded.share(metrics.accuracy()),
                Rounded.share(metrics.balancedAccuracy()),
                Rounded.share(metrics.precision()),
                Rounded.share(metrics.recall()),
                metrics.total(),
                labels.rows().stream().filter(Row::unsure).count(),
                failures.size(),
                Rounded.millisPer(metrics.total(), nanos),
                byReason,
                wrong,
                failures);
    }

    private void score(Row row) {
        try {
            BufferedImage photo = ImageDecoder.standard().decode(row.photo());
            warmUp(photo);
            long start = System.nanoTime();
            Pose pose = classifier.classify(photo);
            nanos += System.nanoTime() - start;
            count(row, pose);
        } catch (BuyMeException e) {
            failures.add(new Failure(row.name(), String.valueOf(e.getMessage())));
        }
    }

    /** The first photo pays for loading code; it is classified once without being timed. */
    private void warmUp(BufferedImage photo) {
        if (!warm) {
            warm = true;
            classifier.classify(photo);
        }
    }

    private void count(Row row, Pose pose) {
        boolean fullFront = pose.verdict() == Pose.Verdict.FULL_FRONT;
        boolean right = fullFront == row.fullFront();
        metrics = metrics.with(row.fullFront(), fullFront);
        String label = row.fullFront() ? "full_front" : row.reason().isEmpty() ? "other" : row.reason();
        byReason.merge(label, new Group(1, right ? 1 : 0), PoseEvaluation::sum);
        if (!right) {
            String verdict = pose.verdict().name().toLowerCase(Locale.ROOT);
            double score = Rounded.share(pose.score());
            wrong.add(new Wrong(row.name(), row.fullFront(), row.reason(), verdict, score, pose.reasons()));
        }
    }

    private static Group sum(Group one, Group other) {
        return new Group(one.rows() + other.rows(), one.right() + other.right());
    }
}
