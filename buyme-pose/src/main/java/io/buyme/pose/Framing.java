package io.buyme.pose;

import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether the main person of a photo is a full-front shot: a {@link FramingNetwork} says whether head and feet are
 * inside the frame, {@link FramingRule} the rest. Immutable.
 */
final class Framing {

    /** BlazePose's own threshold for telling a body from none. */
    private static final double MIN_PRESENCE = 0.5;

    private final FramingNetwork network;

    Framing(FramingNetwork network) {
        this.network = network;
    }

    Pose judge(Scene scene) {
        double presence = scene.main().presence();
        Optional<Figure> figure = Figure.of(scene);
        if (figure.isEmpty() || !(presence >= MIN_PRESENCE)) {
            return Pose.nobody(1 - Math.min(presence, MIN_PRESENCE), "no person");
        }
        return judge(scene, findings(Measures.of(figure.get())));
    }

    /** Returns all that may speak against a full-front shot, the gravest first. */
    private List<Finding> findings(Measures measures) {
        List<Finding> cuts = network.judge(measures).findings();
        List<Finding> findings = new ArrayList<>();
        Arrays.stream(FramingRule.values()).map(rule -> rule.apply(measures)).forEach(findings::add);
        // Without head, feet and face it is a part of a body at most, and the first rule, that of the face, says so.
        boolean fragment = findings.get(0).counts() && cuts.stream().allMatch(Finding::counts);
        findings.addAll(fragment ? 1 : 0, cuts);
        return findings;
    }

    private static Pose judge(Scene scene, List<Finding> findings) {
        List<Finding> against = findings.stream().filter(Finding::counts).toList();
        Verdict verdict =
                against.isEmpty() ? Verdict.FULL_FRONT : against.get(0).verdict();
        return new Pose(
                verdict,
                score(verdict, findings),
                reasons(against, verdict),
                keypoints(scene),
                scene.main().box(),
                scene.main().mask(),
                scene.others());
    }

    /** The strongest evidence for the verdict; for a full-front shot, that nothing at all speaks against it. */
    private static double score(Verdict verdict, List<Finding> findings) {
        if (verdict == Verdict.FULL_FRONT) {
            return findings.stream()
                    .mapToDouble(finding -> 1 - finding.evidence())
                    .reduce(1, (a, b) -> a * b);
        }
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .mapToDouble(Finding::evidence)
                .max()
                .orElse(0);
    }

    private static List<String> reasons(List<Finding> against, Verdict verdict) {
        return against.stream()
                .sorted(Comparator.comparing(finding -> finding.verdict() != verdict))
                .map(Finding::reason)
                .distinct()
                .toList();
    }

    /** Without a face to start from, the model lays a whole skeleton over legs or garments. */
    private static List<Keypoint> keypoints(Scene scene) {
        return scene.detection() < Networks.MIN_DETECTION
                ? List.of()
                : scene.main().keypoints();
    }
}
