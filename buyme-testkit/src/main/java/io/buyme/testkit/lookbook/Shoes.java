package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Skeleton.Chain;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Sneakers, boots and heels: from above the toes on people who face the camera, else in profile. */
final class Shoes implements Garment {

    @Override
    public void drape(Fitting fitting) {
        if (!fitting.worn()) {
            ShoeProfile.pair(fitting);
            return;
        }
        for (Side side : fitting.figure().farToNear()) {
            draw(fitting, side);
        }
    }

    private static void draw(Fitting fitting, Side side) {
        Chain leg = fitting.figure().skeleton().legs().on(side);
        Point2D ankle = fitting.figure().camera().project(leg.end());
        Point2D toe = fitting.figure().camera().project(leg.tip());
        if (fitting.design().kind() == Kind.BOOTS) {
            shaft(fitting, side);
        }
        if (Math.abs(toe.getX() - ankle.getX()) > 0.08 * fitting.unit()) {
            double forward = Math.signum(toe.getX() - ankle.getX());
            double floor = Math.max(toe.getY(), ankle.getY() + 0.047 * fitting.unit());
            ShoeProfile.draw(fitting, ankle.getX() - forward * 0.036 * fitting.unit(), floor, forward, fitting.unit());
        } else {
            fromAbove(fitting, ankle, toe);
        }
    }

    private static void fromAbove(Fitting fitting, Point2D ankle, Point2D toe) {
        double unit = fitting.unit();
        boolean away = fitting.figure().fromBehind();
        double floor = ankle.getY() + 0.052 * unit;
        Point2D tip = away ? new Point2D.Double((ankle.getX() + toe.getX()) / 2, floor) : toe;
        Strip sole = foot(ankle, new Point2D.Double(tip.getX(), tip.getY() + 0.006 * unit), unit, 1.06);
        fitting.shadow(sole.outline());
        fitting.paint(sole, Material.plain(soleColor(fitting.design())));
        Strip upper = foot(ankle, tip, unit, 1);
        if (fitting.design().kind() == Kind.HEELS && !away) {
            fitting.canvas().paint(upper, Skin.material(fitting.figure().shape()), Skin.OWNER);
            upper = upper.within(vamp(upper));
        }
        fitting.paint(upper, fitting.folds(0.15, 20, 20, 0));
        if (fitting.design().kind() == Kind.SNEAKERS && !away) {
            laces(fitting, ankle, tip);
        }
    }

    static int soleColor(Design design) {
        return design.kind() == Kind.SNEAKERS
                ? Colors.mix(design.trim(), 0xF2F0EA, 0.75)
                : Colors.scale(design.weave().base(), 0.42);
    }

    private static Strip foot(Point2D ankle, Point2D tip, double unit, double size) {
        double dx = tip.getX() - ankle.getX();
        double dy = tip.getY() - ankle.getY();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i <= 16; i++) {
            double t = i / 16.0;
            Point2D at =
                    new Point2D.Double(ankle.getX() + dx * (t * 1.12 - 0.12), ankle.getY() + dy * (t * 1.12 - 0.12));
            sections.add(Section.ofLimb(at, dx * 0.6, dy, halfWidth(t) * size * unit, t * 0.1, unit));
        }
        return Strip.of(sections);
    }

    private static double halfWidth(double t) {
        double ball = 0.021 + 0.008 * Math.sin(Math.PI * Math.min(1, t * 0.85));
        return t < 0.72 ? ball : ball * Math.sqrt(Math.max(0.01, 1 - Math.pow((t - 0.72) / 0.29, 2)));
    }

    /** The front part of a pump, below its round cut-out. */
    private static Path2D vamp(Strip foot) {
        Section middle = foot.sections().get(9);
        Section end = foot.last();
        double w = middle.width();
        Path2D path = new Path2D.Double();
        path.moveTo(middle.left().getX() - w, middle.left().getY() - w * 0.9);
        path.lineTo(middle.left().getX(), middle.left().getY() - w * 0.5);
        path.quadTo(
                middle.center().getX(),
                middle.center().getY() + w * 0.6,
                middle.right().getX(),
                middle.right().getY() - w * 0.5);
        path.lineTo(middle.right().getX() + w, middle.right().getY() - w * 0.9);
        path.lineTo(end.center().getX() + 2 * w, end.center().getY() + w);
        path.lineTo(end.center().getX() - 2 * w, end.center().getY() + w);
        path.closePath();
        return path;
    }

    private static void laces(Fitting fitting, Point2D ankle, Point2D tip) {
        double w = fitting.unit() * 0.010;
        int color = Colors.brightness(fitting.design().weave().base()) > 0.75 ? 0x9A9A9A : 0xF2F0EA;
        Path2D path = new Path2D.Double();
        for (double t : List.of(0.22, 0.36, 0.5)) {
            double x = ankle.getX() + (tip.getX() - ankle.getX()) * t;
            double y = ankle.getY() + (tip.getY() - ankle.getY()) * t;
            path.moveTo(x - w, y);
            path.quadTo(x, y + w * 0.35, x + w, y);
        }
        fitting.canvas().line(path, fitting.unit() * 0.0035, color, 0.9);
    }

    private static void shaft(Fitting fitting, Side side) {
        Limb leg = fitting.figure().leg(side);
        double from = shaftTop(fitting.design());
        Strip strip = Strip.of(leg.sections(from, 2.1, q -> leg.radius(Math.min(2, q)) + 0.006 * fitting.unit(), 0));
        fitting.shadow(strip.outline());
        fitting.paint(strip, fitting.folds(0.3, 9, 14, 0.2));
        fitting.seam(strip.outline(), strip.outline(), 0.4);
    }

    /** Returns where on the leg the boot's shaft begins. */
    static double shaftTop(Design design) {
        return switch (design.detail()) {
            case 0 -> 1.25;
            case 1 -> 1.5;
            default -> 1.72;
        };
    }
}
