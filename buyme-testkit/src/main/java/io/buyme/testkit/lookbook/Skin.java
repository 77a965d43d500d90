package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** The bare body: legs, trunk, neck, arms and hands. */
final class Skin {

    /** Owner of everything of the person that is no garment. */
    static final int OWNER = 1;

    private Skin() {}

    static Material material(BodyShape shape) {
        int skin = shape.skin();
        int flushed = Colors.mix(skin, 0xB4553F, 0.25);
        Material.Fabric fabric =
                (across, along) -> Colors.mix(skin, flushed, 0.25 + 0.25 * Noise.smooth(5, across * 40, along * 25));
        return new Material(fabric, Folds.NONE, 0.06);
    }

    static void legsAndTrunk(Figure figure, Canvas canvas) {
        Material skin = material(figure.shape());
        for (Side side : figure.farToNear()) {
            Limb leg = figure.leg(side);
            Strip strip = Strip.of(leg.sections(0, 2.06, leg::radius, 0));
            shadow(figure, canvas, strip.outline());
            canvas.paint(strip, skin, OWNER);
        }
        canvas.paint(Strip.of(figure.sections(0.155, 0.53, level -> 0)), skin, OWNER);
        neck(figure, canvas, skin);
    }

    private static void neck(Figure figure, Canvas canvas, Material skin) {
        HeadFrame head = HeadFrame.of(figure);
        Section base = figure.section(0.168, 0);
        double half = (figure.shape().shoulder() > 0.105 ? 0.030 : 0.026) * figure.unit();
        Point2D top = head.place(0, 0.35, -0.25);
        Point2D foot = base.center();
        Section upper = new Section(
                new Point2D.Double(top.getX() - half, top.getY()),
                new Point2D.Double(top.getX() + half, top.getY()),
                0,
                new Section.Range(-0.03, 0.03),
                Section.Range.ROUND);
        Section lower = new Section(
                new Point2D.Double(foot.getX() - half * 1.15, foot.getY()),
                new Point2D.Double(foot.getX() + half * 1.15, foot.getY()),
                0.06,
                new Section.Range(-0.03, 0.03),
                Section.Range.ROUND);
        canvas.paint(Strip.of(List.of(upper, lower)), skin, OWNER);
        collarBones(figure, canvas);
    }

    private static void collarBones(Figure figure, Canvas canvas) {
        if (figure.fromBehind()) {
            return;
        }
        for (Side side : Side.values()) {
            Point2D inner = figure.onSurface(0.182, side.sign() * 0.012);
            Point2D outer = figure.onSurface(0.178, side.sign() * 0.07);
            Path2D bone = new Path2D.Double();
            bone.moveTo(inner.getX(), inner.getY());
            bone.quadTo((inner.getX() + outer.getX()) / 2, inner.getY(), outer.getX(), outer.getY());
            canvas.line(bone, figure.unit() * 0.004, Colors.scale(figure.shape().skin(), 0.7), 0.3);
        }
    }

    static void arm(Figure figure, Canvas canvas, Side side) {
        Limb arm = figure.arm(side);
        Strip strip = Strip.of(arm.sections(-0.015, 2.03, q -> arm.radius(Math.max(0, q)) * shoulder(q), 0));
        shadow(figure, canvas, Strip.of(arm.sections(0.4, 2, arm::radius, 0)).outline());
        canvas.paint(strip, material(figure.shape()), OWNER);
        if (!figure.pose().arms().on(side).handHidden()) {
            Hand.draw(figure, canvas, side);
        }
    }

    /** The rounding of the shoulder, as a share of the arm's radius. */
    private static double shoulder(double q) {
        double rise = Math.min(1, (q + 0.015) / 0.37);
        return Math.sqrt(1 - 0.97 * (1 - rise) * (1 - rise));
    }

    static void shadow(Figure figure, Canvas canvas, Shape shape) {
        double d = figure.unit() * 0.006;
        canvas.castShadow(shape, d * 0.5, d, (int) Math.max(1, d), 0.4);
    }
}
