package io.buyme.detect.cam;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Mask.PixelTest;
import io.buyme.api.Pose;
import io.buyme.api.SuperCategory;
import java.util.Optional;

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

    private static Optional<Box> zone(Joints at, CamCategory category) {
        return switch (category.name()) {
            case "hat" -> Optional.of(at.head(-EDGE, 0.3, 3));
            case "eyewear" -> Optional.of(at.head(-0.4, 0.5, 1.1));
            case "outerwear" -> Optional.of(rows(at.chin(), at.knee() + 0.2 * at.torso()));
            case "shorts" -> Optional.of(rows(at.waist(), at.knee()));
            default -> zone(at, category.superCategory());
        };
    }

    private static Optional<Box> zone(Joints at, SuperCategory kind) {
        return switch (kind) {
            case UPPER -> Optional.of(rows(at.chin(), at.hip() + 0.5 * at.torso()));
            case LOWER -> Optional.of(rows(at.waist(), at.ankle() + 0.2 * at.torso()));
            case ONE_PIECE -> Optional.of(rows(at.chin(), at.ankle()));
            case FOOTWEAR -> Optional.of(rows(at.ankle() - 0.2 * at.torso(), EDGE));
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
     * @param face from eyes to mouth, but no less than a ninth of the way to the shoulders for one who looks down
     */
    private record Joints(
            double center, double eyes, double face, double shoulder, double hip, double knee, double ankle) {

        private static final double SMALLEST_FACE = 0.22;

        /** Returns them if the pose has them all, and the person stands. */
        static Optional<Joints> of(Pose pose) {
            Optional<Keypoint> mouth = middle(pose, "mouth_left", "mouth_right").or(() -> pose.keypoint("nose"));
            Optional<Keypoint> eyes = middle(pose, "left_eye", "right_eye");
            Optional<Keypoint> shoulder = middle(pose, "left_shoulder", "right_shoulder");
            Optional<Keypoint> hip = middle(pose, "left_hip", "right_hip");
            Optional<Keypoint> knee = middle(pose, "left_knee", "right_knee");
            Optional<Keypoint> ankle = middle(pose, "left_ankle", "right_ankle");
            if (mouth.isEmpty() || eyes.isEmpty() || shoulder.isEmpty() || hip.isEmpty() || knee.isEmpty()) {
                return Optional.empty();
            }
            double neck = shoulder.get().y() - eyes.get().y();
            double face = Math.max(mouth.get().y() - eyes.get().y(), SMALLEST_FACE * neck);
            Joints joints = new Joints(
                    eyes.get().x(),
                    eyes.get().y(),
                    face,
                    shoulder.get().y(),
                    hip.get().y(),
                    knee.get().y(),
                    ankle.map(Keypoint::y).orElse(EDGE));
            return joints.stands() ? Optional.of(joints) : Optional.empty();
        }

        private static Optional<Keypoint> middle(Pose pose, String one, String other) {
            return pose.keypoint(one)
                    .flatMap(a -> pose.keypoint(other)
                            .map(b -> new Keypoint(
                                    one, (a.x() + b.x()) / 2, (a.y() + b.y()) / 2, Math.min(a.score(), b.score()))));
        }

        private boolean stands() {
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

        /** Returns a box around the eyes; lengths are in faces. */
        Box head(double from, double to, double halfWidth) {
            return Box.ofEdges(
                    center - halfWidth * face, eyes + from * face, center + halfWidth * face, eyes + to * face);
        }
    }
}
