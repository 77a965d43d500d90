package io.buyme.testkit.lookbook;

import io.buyme.api.Keypoint;
import io.buyme.testkit.lookbook.Skeleton.Chain;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The 33 keypoints of BlazePose, where they really are. */
final class Keypoints {

    private final Figure figure;
    private final int width;
    private final int height;
    private final List<Keypoint> points = new ArrayList<>();

    private Keypoints(Figure figure, int width, int height) {
        this.figure = figure;
        this.width = width;
        this.height = height;
    }

    /** Returns the keypoints in BlazePose's order; the score is 1 in sight, 0 outside the photo or behind the head. */
    static List<Keypoint> of(Figure figure, int width, int height) {
        Keypoints keypoints = new Keypoints(figure, width, height);
        keypoints.face();
        keypoints.arms();
        keypoints.legs();
        return keypoints.points;
    }

    private void face() {
        HeadFrame head = HeadFrame.of(figure);
        add("nose", head.at(0, Face.NOSE_Y, 1.18), head.sees(0, Face.NOSE_Y));
        for (Side side : Side.values()) {
            eyeCorner(head, side, "eye_inner", 0.25);
            eyeCorner(head, side, "eye", Face.EYE_X);
            eyeCorner(head, side, "eye_outer", 0.58);
        }
        for (Side side : Side.values()) {
            add(side.joint("ear"), head.place(side.sign(), 0.08, -0.05), head.sees(side.sign(), 0.08));
        }
        for (Side side : Side.values()) {
            double x = side.sign() * 0.3;
            String name = side == Side.LEFT ? "mouth_left" : "mouth_right";
            add(name, head.at(x, Face.MOUTH_Y, 0.98), head.sees(x, Face.MOUTH_Y));
        }
    }

    private void eyeCorner(HeadFrame head, Side side, String name, double x) {
        double at = side.sign() * x;
        add(side.joint(name), head.at(at, Face.EYE_Y, 1), head.sees(at, Face.EYE_Y));
    }

    private void arms() {
        joints("shoulder", Part.ARM, 0);
        joints("elbow", Part.ARM, 1);
        joints("wrist", Part.ARM, 2);
        finger("pinky", -0.15, 0.78);
        finger("index", 0.13, 0.85);
        finger("thumb", 0.26, 0.48);
    }

    private void finger(String name, double x, double y) {
        for (Side side : Side.values()) {
            Point2D at = Hand.frame(figure, side).transform(new Point2D.Double(x, y), null);
            add(side.joint(name), at, !figure.pose().arms().on(side).handHidden());
        }
    }

    private void legs() {
        joints("hip", Part.LEG, 0);
        joints("knee", Part.LEG, 1);
        joints("ankle", Part.LEG, 2);
        for (Side side : Side.values()) {
            Vec ankle = figure.skeleton().legs().on(side).end();
            add(side.joint("heel"), figure.camera().project(ankle.plus(new Vec(0, 0.035, -0.025))), true);
        }
        for (Side side : Side.values()) {
            Chain leg = figure.skeleton().legs().on(side);
            add(side.joint("foot_index"), figure.camera().project(leg.end().toward(leg.tip(), 0.85)), true);
        }
    }

    private enum Part {
        ARM,
        LEG
    }

    private void joints(String name, Part part, int joint) {
        for (Side side : Side.values()) {
            Chain chain = (part == Part.ARM
                            ? figure.skeleton().arms()
                            : figure.skeleton().legs())
                    .on(side);
            Vec at = joint == 0 ? chain.root() : joint == 1 ? chain.middle() : chain.end();
            add(side.joint(name), figure.camera().project(at), true);
        }
    }

    private void add(String name, Point2D at, boolean inSight) {
        boolean inside = at.getX() >= 0 && at.getY() >= 0 && at.getX() < width && at.getY() < height;
        points.add(new Keypoint(name, at.getX(), at.getY(), inside && inSight ? 1 : 0));
    }
}
