package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The keypoints of a pose as bones. Shoulders and hips are needed; what else is missing leaves out its bones. Works
 * with BlazePose's 33 keypoints as well as with COCO's 17, which have no hands and feet.
 */
final class Skeleton {

    private final Pose pose;
    private final Point neck;
    private final Point hips;
    private final double unit;
    private final List<Bone> bones = new ArrayList<>();

    private Skeleton(Pose pose, Point neck, Point hips, double unit) {
        this.pose = pose;
        this.neck = neck;
        this.hips = hips;
        this.unit = unit;
    }

    /** Returns the skeleton of a pose, if the pose has the shoulders and hips. */
    static Optional<Skeleton> of(Pose pose) {
        Optional<Point> neck = middle(pose, "left_shoulder", "right_shoulder");
        Optional<Point> hips = middle(pose, "left_hip", "right_hip");
        if (neck.isEmpty() || hips.isEmpty()) {
            return Optional.empty();
        }
        double torso = neck.get().distance(hips.get());
        // Seen from above or below the torso looks short; the shoulders then tell the size.
        double unit = Math.max(torso, 1.2 * span(pose, "left_shoulder", "right_shoulder"));
        if (!(unit > 0)) {
            return Optional.empty();
        }
        Skeleton skeleton = new Skeleton(pose, neck.get(), hips.get(), unit);
        skeleton.addTorso();
        skeleton.addHead();
        for (String side : List.of("left_", "right_")) {
            skeleton.addArm(side);
            skeleton.addLeg(side);
        }
        return Optional.of(skeleton);
    }

    List<Bone> bones() {
        return bones;
    }

    /** Returns the length of the torso in photo pixels. */
    double unit() {
        return unit;
    }

    /** Returns the mean score of those of the named keypoints that the pose has, if it has any. */
    OptionalDouble score(String... names) {
        return Stream.of(names)
                .flatMap(name -> pose.keypoint(name).stream())
                .mapToDouble(Keypoint::score)
                .average();
    }

    /** Tells whether one of the named keypoints lies in the box with at least that score. */
    boolean anyInside(Box box, double score, String... names) {
        return Stream.of(names)
                .flatMap(name -> pose.keypoint(name).stream())
                .anyMatch(k -> k.score() >= score && box.contains(k.x(), k.y()));
    }

    /** Returns the place of a keypoint, if the pose has it. */
    Optional<Point> point(String name) {
        return point(pose, name);
    }

    private void addTorso() {
        add(BodyPart.TORSO, Optional.of(neck), Optional.of(hips), 0.22, -1, 0);
        for (String side : List.of("left_", "right_")) {
            Optional<Point> shoulder = point(side + "shoulder").map(p -> p.towards(neck, 0.25));
            Optional<Point> hip = point(side + "hip");
            add(BodyPart.TORSO, shoulder, hip, 0.16, -1, 0);
        }
    }

    private void addHead() {
        Optional<Point> mouth = middle(pose, "mouth_left", "mouth_right");
        Optional<Point> face = point("nose");
        Optional<Point> ears = middle(pose, "left_ear", "right_ear");
        Optional<Point> chin = mouth.or(() -> face);
        add(BodyPart.HEAD, chin, ears.or(() -> face), 0.22, -1.5, -1.8);
        add(BodyPart.HEAD, ears.or(() -> face), ears.or(() -> face).map(p -> p.towards(neck, -0.8)), 0.24, -1.8, -2);
    }

    private void addArm(String side) {
        Optional<Point> shoulder = point(side + "shoulder");
        Optional<Point> elbow = point(side + "elbow");
        Optional<Point> wrist = point(side + "wrist");
        add(BodyPart.ARM, shoulder, elbow, 0.13, -1, -0.5);
        add(BodyPart.ARM, elbow, wrist, 0.11, -0.5, 0);
        Optional<Point> fingers = middle(pose, side + "index", side + "pinky");
        if (fingers.isPresent() && wrist.isPresent()) {
            add(BodyPart.HAND, wrist.map(p -> p.towards(fingers.get(), 0.3)), fingers, 0.12, 0, 0.3);
        } else if (elbow.isPresent() && wrist.isPresent()) {
            Point hand = wrist.get().towards(elbow.get(), -0.45);
            add(BodyPart.HAND, wrist.map(p -> p.towards(hand, 0.3)), Optional.of(hand), 0.12, 0, 0.3);
        }
    }

    private void addLeg(String side) {
        Optional<Point> hip = point(side + "hip");
        Optional<Point> knee = point(side + "knee");
        Optional<Point> ankle = point(side + "ankle");
        add(BodyPart.LEG, hip, knee, 0.19, 0, 1);
        add(BodyPart.LEG, knee, ankle, 0.14, 1, 2);
        Optional<Point> heel = point(side + "heel");
        Optional<Point> toe = point(side + "foot_index");
        if (heel.isPresent() && toe.isPresent()) {
            add(BodyPart.FOOT, ankle, heel, 0.09, 2, 2.2);
            add(BodyPart.FOOT, heel, toe, 0.1, 2.2, 2.2);
            add(BodyPart.FOOT, ankle, toe, 0.1, 2, 2.2);
        } else if (knee.isPresent() && ankle.isPresent()) {
            add(BodyPart.FOOT, ankle, ankle.map(p -> p.towards(knee.get(), -0.25)), 0.16, 2, 2.2);
        }
    }

    private void add(BodyPart part, Optional<Point> start, Optional<Point> end, double radius, double from, double to) {
        if (start.isPresent() && end.isPresent()) {
            Point a = start.get();
            Point b = end.get();
            bones.add(new Bone(part, a.x(), a.y(), b.x(), b.y(), radius * unit, from, to));
        }
    }

    private static Optional<Point> middle(Pose pose, String first, String second) {
        Optional<Point> b = point(pose, second);
        return b.isEmpty() ? Optional.empty() : point(pose, first).map(a -> a.towards(b.get(), 0.5));
    }

    private static double span(Pose pose, String first, String second) {
        Optional<Point> b = point(pose, second);
        return b.isEmpty()
                ? 0
                : point(pose, first).map(a -> a.distance(b.get())).orElse(0.0);
    }

    private static Optional<Point> point(Pose pose, String name) {
        return pose.keypoint(name).map(k -> new Point(k.x(), k.y())).filter(Point::isFinite);
    }

    /** A place in photo pixels. */
    record Point(double x, double y) {

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        /** Returns the point that share of the way to another; a negative share leads away from it. */
        Point towards(Point other, double share) {
            return new Point(x + share * (other.x - x), y + share * (other.y - y));
        }

        boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }
}
