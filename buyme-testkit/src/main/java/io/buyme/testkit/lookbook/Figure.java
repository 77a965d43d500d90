package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Limb.Radii;
import io.buyme.testkit.lookbook.Section.Range;
import io.buyme.testkit.lookbook.Skeleton.Chain;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A posed person, or the dummy of a flat-lay, as the camera sees it: what garments are fitted to. Levels are heights on
 * a standing body, in body heights from the top of the head: 0.16 at the collar, 0.395 at the waist, 0.505 at the hip
 * joints; beyond that they run down the legs, even if the person sits.
 */
final class Figure {

    private static final Radii ARM = new Radii(0.0265, 0.0195, 0.0205, 0.0132);
    private static final Radii LEG = new Radii(0.0450, 0.0305, 0.0330, 0.0180);

    private final BodyShape shape;
    private final BodyPose pose;
    private final Skeleton skeleton;
    private final Camera camera;
    private final TorsoProfile torso;

    Figure(BodyShape shape, BodyPose pose, Camera camera) {
        this.shape = shape;
        this.pose = pose;
        this.camera = camera;
        this.skeleton = Skeleton.of(shape, pose);
        this.torso = new TorsoProfile(shape);
    }

    BodyShape shape() {
        return shape;
    }

    BodyPose pose() {
        return pose;
    }

    Skeleton skeleton() {
        return skeleton;
    }

    Camera camera() {
        return camera;
    }

    double unit() {
        return camera.unit();
    }

    boolean fromBehind() {
        return camera.cos() < -0.3;
    }

    /** Returns 0 for a person who faces the camera or turns the back to it, up to 1 for a profile. */
    double sideways() {
        double s = Math.abs(camera.sin());
        return s * s;
    }

    /** Returns the sides of the body, the one farther from the camera first. */
    List<Side> farToNear() {
        return camera.sin() >= 0 ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.RIGHT, Side.LEFT);
    }

    Limb arm(Side side) {
        return limb(skeleton.arms().on(side), ARM);
    }

    Limb leg(Side side) {
        return limb(skeleton.legs().on(side), LEG);
    }

    private Limb limb(Chain chain, Radii radii) {
        return new Limb(
                camera.project(chain.root()),
                camera.project(chain.middle()),
                camera.project(chain.end()),
                radii.scaled(shape.girth() * unit()),
                unit());
    }

    /** Returns the cut through the body at a level, with the cloth that much away from it, in body heights. */
    Section section(double level, double ease) {
        double half = torso.half(level, camera) + ease;
        Point2D center = center(level);
        Point2D axis = axis(level);
        double dx = axis.getX() * half * unit();
        double dy = axis.getY() * half * unit();
        double front = torso.depth(level) * camera.sin();
        return new Section(
                new Point2D.Double(center.getX() - dx, center.getY() - dy),
                new Point2D.Double(center.getX() + dx, center.getY() + dy),
                level - Skeleton.NECK_LEVEL,
                Range.around(-front, half),
                Range.ROUND);
    }

    /** Returns the cuts from one level to another, where the ease may change from top to hem. */
    List<Section> sections(double from, double to, LevelEase ease) {
        int cuts = Math.max(6, (int) ((to - from) * 70));
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i <= cuts; i++) {
            double level = from + (to - from) * i / cuts;
            sections.add(level <= Skeleton.HIP_LEVEL ? section(level, ease.at(level)) : lap(level, ease.at(level)));
        }
        return sections;
    }

    /** Cloth's distance from the body as a function of the level. */
    @FunctionalInterface
    interface LevelEase {

        /** Returns the distance in body heights. */
        double at(double level);
    }

    /** Returns a point on the front of the body (or its back, seen from behind), x body heights to the wearer's left. */
    Point2D onSurface(double level, double x) {
        Point2D center = center(level);
        double facing = fromBehind() ? -1 : 1;
        double shift = x * camera.cos() + facing * torso.depth(level) * camera.sin();
        Point2D axis = axis(level);
        return new Point2D.Double(
                center.getX() + axis.getX() * shift * unit(), center.getY() + axis.getY() * shift * unit());
    }

    /** Returns the place along the leg, 0 at the hip and 2 at the ankle, that belongs to a level. */
    static double alongLeg(double level) {
        double below = level - Skeleton.HIP_LEVEL;
        return below < 0.236 ? below / 0.236 : 1 + (below - 0.236) / 0.205;
    }

    /** A cut around both legs, for skirts and long hems. */
    private Section lap(double level, double ease) {
        double q = Math.min(2.1, alongLeg(level));
        Section left = legSection(Side.LEFT, q, ease);
        Section right = legSection(Side.RIGHT, q, ease);
        boolean leftIsRightmost = left.center().getX() >= right.center().getX();
        Section west = leftIsRightmost ? right : left;
        Section east = leftIsRightmost ? left : right;
        Section atHip = section(Skeleton.HIP_LEVEL, ease);
        double blend = Math.min(1, Math.max(0, q / 0.45));
        double smooth = blend * blend * (3 - 2 * blend);
        Point2D start =
                mix(shifted(atHip.left(), atHip.center(), west.center(), east.center()), outer(west, -1), smooth);
        Point2D end = mix(shifted(atHip.right(), atHip.center(), west.center(), east.center()), outer(east, 1), smooth);
        double half = start.distance(end) / 2 / unit();
        double front = torso.depth(Skeleton.HIP_LEVEL) * camera.sin();
        return new Section(start, end, level - Skeleton.NECK_LEVEL, Range.around(-front, half), Range.ROUND);
    }

    private static Point2D shifted(Point2D edge, Point2D center, Point2D west, Point2D east) {
        return new Point2D.Double(
                edge.getX() + (west.getX() + east.getX()) / 2 - center.getX(),
                edge.getY() + (west.getY() + east.getY()) / 2 - center.getY());
    }

    private Section legSection(Side side, double q, double ease) {
        Limb leg = leg(side);
        return leg.section(q, leg.radius(Math.max(0, q)) + ease * unit(), 0);
    }

    private static Point2D outer(Section leg, double direction) {
        return new Point2D.Double(
                leg.center().getX() + direction * leg.width() / 2, leg.center().getY());
    }

    private static Point2D mix(Point2D a, Point2D b, double t) {
        return new Point2D.Double(a.getX() + (b.getX() - a.getX()) * t, a.getY() + (b.getY() - a.getY()) * t);
    }

    private Point2D center(double level) {
        double share = (level - Skeleton.NECK_LEVEL) / (Skeleton.HIP_LEVEL - Skeleton.NECK_LEVEL);
        Vec spine = skeleton.neck().toward(skeleton.pelvis(), share);
        return camera.project(spine.plus(new Vec(0, 0, torso.bow(level))));
    }

    /** The direction from the right to the left shoulder, turning into that of the hips further down; image left to right. */
    private Point2D axis(double level) {
        double share = Math.max(0, Math.min(1, (level - 0.2) / 0.2));
        double lean = Math.toRadians(pose.lean() + pose.shoulderTilt()) * (1 - share);
        double sign = camera.cos() >= 0 ? 1 : -1;
        return new Point2D.Double(Math.cos(lean), sign * Math.sin(lean) * (1 - sideways()));
    }
}
