package io.buyme.pose;

import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Judges whether the main person of a photo is a full-front shot. */
final class Framing {

    private Framing() {}

    static Pose judge(Scene scene) {
        if (scene.main().isEmpty()) {
            return Pose.nobody(0.9, "no person");
        }
        Body body = scene.main().get();
        List<String> reasons = new ArrayList<>();
        if (body.at(BodyPart.NOSE).y() < 0) {
            reasons.add("head is cut off");
        }
        if (Math.max(
                        body.at(BodyPart.LEFT_ANKLE).y(),
                        body.at(BodyPart.RIGHT_ANKLE).y())
                > body.photoHeight()) {
            reasons.add("feet are cut off");
        }
        return new Pose(
                reasons.isEmpty() ? Verdict.FULL_FRONT : Verdict.HALF_BODY,
                body.presence(),
                reasons,
                body.keypoints(),
                body.box(),
                body.mask(),
                scene.others());
    }
}
