package io.buyme.cli.evaluate;

import io.buyme.api.Pose;
import io.buyme.cli.evaluate.PoseScore.Group;
import io.buyme.cli.evaluate.PoseScore.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what one pose classifier says of labelled photos. One thread. */
final class PoseTally {

    private final String name;
    private final List<JudgedPhoto> judged = new ArrayList<>();
    private final PoseAgreement agreement = new PoseAgreement();
    private BinaryMetrics metrics = BinaryMetrics.NONE;
    private long nanos;

    PoseTally(String name) {
        this.name = name;
    }

    /**
     * Counts an answer.
     *
     * @param nanos that it took
     * @param expected what the reference says of the photo, if there is one
     */
    void add(PoseLabels.Row row, Pose pose, long nanos, Optional<Pose> expected) {
        JudgedPhoto photo = new JudgedPhoto(row, withoutMask(pose));
        judged.add(photo);
        metrics = metrics.with(row.fullFront(), photo.passed());
        this.nanos += nanos;
        expected.ifPresent(reference -> agreement.add(reference, pose));
    }

    /** Masks of hundreds of photos would take much memory. */
    private static Pose withoutMask(Pose pose) {
        return new Pose(
                pose.verdict(),
                pose.score(),
                pose.reasons(),
                pose.keypoints(),
                pose.personBox(),
                Optional.empty(),
                pose.otherPersons());
    }

    List<JudgedPhoto> judged() {
        return List.copyOf(judged);
    }

    PoseScore score() {
        return new PoseScore(
                name,
                Rounded.share(metrics.accuracy()),
                Rounded.share(metrics.balancedAccuracy()),
                Rounded.share(metrics.precision()),
                Rounded.share(metrics.recall()),
                Rounded.share(metrics.specificity()),
                Rounded.millisPer(metrics.total(), nanos),
                agreement.score(),
                groups(),
                judged.stream()
                        .filter(photo -> !photo.right())
                        .map(PoseTally::wrong)
                        .toList());
    }

    private Map<String, Group> groups() {
        Map<String, List<JudgedPhoto>> byLabel =
                judged.stream().collect(Collectors.groupingBy(JudgedPhoto::label, TreeMap::new, Collectors.toList()));
        Map<String, Group> groups = new TreeMap<>();
        byLabel.forEach((label, photos) -> groups.put(
                label,
                new Group(
                        photos.size(),
                        photos.stream().filter(JudgedPhoto::right).count(),
                        photos.stream().filter(JudgedPhoto::passed).count(),
                        photos.stream()
                                .collect(Collectors.groupingBy(
                                        PoseTally::verdict, TreeMap::new, Collectors.counting())))));
        return groups;
    }

    private static Wrong wrong(JudgedPhoto photo) {
        return new Wrong(
                photo.row().name(),
                photo.row().fullFront(),
                photo.row().reason(),
                verdict(photo),
                Rounded.share(photo.pose().score()),
                photo.pose().reasons());
    }

    private static String verdict(JudgedPhoto photo) {
        return photo.pose().verdict().name().toLowerCase(Locale.ROOT);
    }
}
