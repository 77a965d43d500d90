package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Judges by {@link FramingRule} whether the main person of a photo is a full-front shot. */
final class Framing {

    /** BlazePose's own threshold for telling a body from none. */
    private static final double MIN_PRESENCE = 0.5;

    /** From this much evidence on a rule counts as broken. */
    private static final double BROKEN = 0.5;

    private Framing() {}

    static Pose judge(Scene scene) {
        Body body = scene.main();
        Mask mask = body.mask().orElse(null);
        Box bounds = body.mask().flatMap(Mask::bounds).orElse(null);
        if (mask == null || bounds == null || body.presence() < MIN_PRESENCE) {
            return Pose.nobody(1 - Math.min(body.presence(), MIN_PRESENCE), "no person");
        }
        return judge(scene, body, Measures.of(body, mask, bounds, scene.detection()));
    }

    private static Pose judge(Scene scene, Body body, Measures measures) {
        List<FramingRule> broken = Arrays.stream(FramingRule.values())
                .filter(rule -> rule.evidence(measures) >= BROKEN)
                .toList();
        Verdict verdict = verdict(broken);
        return new Pose(
                verdict,
                score(verdict, measures),
                reasons(broken, verdict),
                keypoints(body, scene),
                body.box(),
                body.mask(),
                scene.others());
    }

    /** The first broken rule decides, but a cut head or foot says more than that something is missing. */
    private static Verdict verdict(List<FramingRule> broken) {
        boolean cut = broken.stream().anyMatch(rule -> rule.verdict() == Verdict.HALF_BODY);
        return cut
                ? Verdict.HALF_BODY
                : broken.stream().findFirst().map(FramingRule::verdict).orElse(Verdict.FULL_FRONT);
    }

    /** The strongest evidence for the verdict; for a full-front shot, what the strongest against it leaves. */
    private static double score(Verdict verdict, Measures measures) {
        double strongest = Arrays.stream(FramingRule.values())
                .filter(rule -> verdict == Verdict.FULL_FRONT || rule.verdict() == verdict)
                .map(rule -> rule.evidence(measures))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        return verdict == Verdict.FULL_FRONT ? 1 - strongest : strongest;
    }

    private static List<String> reasons(List<FramingRule> broken, Verdict verdict) {
        return broken.stream()
                .sorted(Comparator.comparing(rule -> rule.verdict() != verdict))
                .map(FramingRule::reason)
                .distinct()
                .toList();
    }

    /** Without a face to start from, the model lays a whole skeleton over legs or garments. */
    private static List<Keypoint> keypoints(Body body, Scene scene) {
        return scene.detection() < Networks.MIN_DETECTION ? List.of() : body.keypoints();
    }
}
