package io.buyme.detect.cam;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Mask.PixelTest;
import io.buyme.api.Pose;
import io.buyme.api.SuperCategory;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where on a person articles can be: shoes at the feet, glasses before the eyes, and all but bags on the person's own
 * pixels. So much is known of a body without anybody having drawn a box, and a network that was only told what is in a
 * photo cannot find it out: wherever there are feet there are shoes. As far as the pose does not say where the person is,
 * articles can be anywhere.
 */
final class WornAt {

    private static final double EDGE = 1e6;
    private static final PixelTest ANYWHERE = (x, y) -> true;

    private final Optional<Mask> person;
    private final Optional<Joints> joints;

    private WornAt(Optional<Mask> person, Optional<Joints> joints) {
        this.person = person;
        this.joints = joints;
    }

    static WornAt of(Optional<Pose> pose) {
        return new WornAt(pose.flatMap(Pose::personMask), pose.flatMap(Joints::of));
    }

    /** Tells for a pixel whether an article of the category can be there. */
    PixelTest of(CamCategory category) {
        if (category.superCategory() == SuperCategory.BAG) {
            return ANYWHERE;
        }
        PixelTest body = person.<PixelTest>map(mask -> mask::contains).orElse(ANYWHERE);
        Optional<Box> zone = joints.flatMap(found -> zone(found, category));
        return zone.<PixelTest>map(box -> (x, y) -> box.contains(x, y) && body.test(x, y))
                .orElse(body);
    }

    /** Few numbers, of which some were chosen among two or three by the boxes of 70 photos that the network knows. */
    private static Optional<Box> zone(Joints at, CamCategory category) {
        return switch (category.name()) {
            case "hat" -> Optional.of(at.head(-EDGE, 0.3, 3));
            case "eyewear" -> Optional.of(at.head(-0.4, 0.5, 1));
            case "outerwear" -> Optional.of(rows(at.chin(), at.knee() + 0.2 * at.torso()));
            case "shorts" -> Optional.of(at.besideLegs(at.waist(), at.knee()));
            default -> zone(at, category.superCategory());
        };
    }

    private static Optional<Box> zone(Joints at, SuperCategory kind) {
        return switch (kind) {
            case UPPER -> Optional.of(rows(at.chin(), at.hip() + 0.2 * at.torso()));
            case LOWER -> Optional.of(at.besideLegs(at.waist(), at.ankle() + 0.2 * at.torso()));
            case ONE_PIECE -> Optional.of(rows(at.chin(), at.ankle()));
            case FOOTWEAR -> Optional.of(rows(at.ankle() - 0.06 * at.torso(), EDGE));
            default -> Optional.empty();
        };
    }

    private static Box rows(double top, double bottom) {
        return Box.ofEdges(-EDGE, top, EDGE, Math.max(top, bottom));
    }

    /**
     * Heights of joints in a photo, each in the middle between left and right.
     *
     * @param center of the face, from the left
     * @param face from eyes to mouth, but no less than a share of the way to the shoulders, for one who looks down
     * @param left joint of the legs, from the left
     * @param right joint of the legs, from the left
     */
    private record Joints(
            double center,
            double eyes,
            double face,
            double shoulder,
            double hip,
            double knee,
            double ankle,
            double left,
            double right) {

        private static final double SMALLEST_FACE = 0.22;

        /** How far legs in wide pants are beside their joints, in torsos; hands hang farther out. */
        private static final double LEG = 0.22;

        /** Returns them if the pose has them, and the person stands; ankles may be missing. */
        static Optional<Joints> of(Pose pose) {
            Optional<Keypoint> eyes = middle(pose, "left_eye", "right_eye");
            Optional<Keypoint> mouth = middle(pose, "mouth_left", "mouth_right").or(() -> pose.keypoint("nose"));
            Optional<Keypoint> shoulder = middle(pose, "left_shoulder", "right_shoulder");
            Optional<Keypoint> hip = middle(pose, "left_hip", "right_hip");
            Optional<Keypoint> knee = middle(pose, "left_knee", "right_knee");
            if (Stream.of(eyes, mouth, shoulder, hip, knee).anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            double neck = shoulder.get().y() - eyes.get().y();
            DoubleSummaryStatistics legs = Stream.of("hip", "knee", "ankle")
                    .flatMap(joint -> Stream.of("left_" + joint, "right_" + joint))
                    .flatMap(name -> pose.keypoint(name).stream())
                    .mapToDouble(Keypoint::x)
                    .summaryStatistics();
            Joints joints = new Joints(
                    eyes.get().x(),
                    eyes.get().y(),
                    Math.max(mouth.get().y() - eyes.get().y(), SMALLEST_FACE * neck),
                    shoulder.get().y(),
                    hip.get().y(),
                    knee.get().y(),
                    middle(pose, "left_ankle", "right_ankle").map(Keypoint::y).orElse(EDGE),
                    legs.getMin(),
                    legs.getMax());
            return joints.stand() ? Optional.of(joints) : Optional.empty();
        }

        private static Optional<Keypoint> middle(Pose pose, String one, String other) {
            return pose.keypoint(one)
                    .flatMap(a -> pose.keypoint(other)
                            .map(b -> new Keypoint(
                                    one, (a.x() + b.x()) / 2, (a.y() + b.y()) / 2, Math.min(a.score(), b.score()))));
        }

        private boolean stand() {
            return eyes < shoulder && shoulder < hip && hip < knee && knee < ankle;
        }

        double torso() {
            return hip - shoulder;
        }

        /** Just below the mouth, as collars reach that far. */
        double chin() {
            return eyes + 1.5 * face;
        }

        double waist() {
            return hip - 0.4 * torso();
        }

        Box besideLegs(double top, double bottom) {
            return Box.ofEdges(left - LEG * torso(), top, right + LEG * torso(), Math.max(top, bottom));
        }

        /** Returns a box around the eyes; lengths are in faces. */
        Box head(double from, double to, double halfWidth) {
            return Box.ofEdges(
                    center - halfWidth * face, eyes + from * face, center + halfWidth * face, eyes + to * face);
        }
    }
}
