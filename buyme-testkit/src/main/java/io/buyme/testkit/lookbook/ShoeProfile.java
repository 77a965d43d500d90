package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Shoes from the side. Their shapes are drawn in foot lengths: x from the heel to the toe, y up from the floor. */
final class ShoeProfile {

    private static final double FOOT_LENGTH = 0.152;

    private ShoeProfile() {}

    /** Draws a pair as shops show it: one shoe in front of the other. */
    static void pair(Fitting fitting) {
        double unit = fitting.unit();
        Camera camera = fitting.figure().camera();
        draw(fitting, camera.originX() + unit * 0.03, camera.originY() + unit * 0.46, 1, unit);
        draw(fitting, camera.originX(), camera.originY() + unit * 0.5, 1, unit);
    }

    static void draw(Fitting fitting, double heel, double floor, double forward, double unit) {
        double length = FOOT_LENGTH * unit;
        AffineTransform place = new AffineTransform(forward * length, 0, 0, -length, heel, floor);
        Design design = fitting.design();
        Shape upper = place.createTransformedShape(upper(design, fitting.worn()));
        Shape sole = place.createTransformedShape(sole(design.kind()));
        fitting.shadow(upper);
        fitting.paint(Strip.over(sole, unit), Material.plain(Shoes.soleColor(design)));
        fitting.paint(Strip.over(upper, unit), fitting.folds(0.22, 26, 22, 0.4));
        if (design.kind() == Kind.SNEAKERS) {
            sneakerDetails(fitting, place);
        }
        if (design.kind() == Kind.BOOTS) {
            fitting.seam(place.createTransformedShape(bootSeam(design)), 0.55);
        }
    }

    private static Shape upper(Design design, boolean worn) {
        return switch (design.kind()) {
            case SNEAKERS ->
                outline(List.of(
                        0.02, 0.06, 0.00, 0.30, 0.05, 0.46, 0.22, 0.40, 0.36, 0.40, 0.52, 0.34, 0.72, 0.22, 0.96, 0.20,
                        0.99, 0.06));
            case BOOTS -> boot(worn ? 0.5 : shaftHeight(design));
            default ->
                outline(List.of(
                        0.02, 0.28, 0.0, 0.42, 0.06, 0.47, 0.17, 0.33, 0.36, 0.20, 0.55, 0.19, 0.70, 0.20, 0.88, 0.13,
                        1.04, 0.05, 1.02, 0.015, 0.66, 0.02, 0.42, 0.07, 0.22, 0.20, 0.1, 0.26));
        };
    }

    private static double shaftHeight(Design design) {
        return 0.35 + (2 - Shoes.shaftTop(design)) * 1.35;
    }

    private static Shape boot(double top) {
        return outline(List.of(
                0.03, 0.08, 0.02, 0.3, 0.05, top * 0.7, 0.02, top, 0.36, top, 0.36, top * 0.7, 0.42, 0.38, 0.62, 0.28,
                0.92, 0.22, 1.0, 0.08));
    }

    private static Shape bootSeam(Design design) {
        Path2D path = new Path2D.Double();
        path.moveTo(0.2, 0.1);
        path.lineTo(0.2, shaftHeight(design) * 0.5);
        return path;
    }

    private static Shape sole(Kind kind) {
        return switch (kind) {
            case SNEAKERS ->
                outline(List.of(-0.01, 0.01, -0.01, 0.10, 0.4, 0.12, 1.0, 0.12, 1.02, 0.06, 0.97, 0.0, 0.4, 0.0));
            case BOOTS ->
                outline(List.of(
                        0.02, 0.0, 0.02, 0.11, 0.5, 0.10, 1.0, 0.10, 1.01, 0.03, 0.95, 0.0, 0.42, 0.02, 0.32, 0.05, 0.3,
                        0.0));
            default -> heel();
        };
    }

    private static Shape heel() {
        Path2D path = new Path2D.Double();
        path.moveTo(0.02, 0.36);
        path.quadTo(0.05, 0.15, 0.07, 0.0);
        path.lineTo(0.12, 0.0);
        path.quadTo(0.14, 0.18, 0.24, 0.22);
        path.closePath();
        path.append(new Rectangle2D.Double(0.66, 0.0, 0.34, 0.025), false);
        return path;
    }

    private static void sneakerDetails(Fitting fitting, AffineTransform place) {
        int pale = Colors.brightness(fitting.design().weave().base()) > 0.75 ? 0x9A9A9A : 0xF2F0EA;
        double width = fitting.unit() * 0.004;
        Path2D laces = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            laces.moveTo(0.38 + i * 0.07, 0.40 - i * 0.04);
            laces.lineTo(0.31 + i * 0.07, 0.31 - i * 0.03);
        }
        fitting.canvas().line(place.createTransformedShape(laces), width, pale, 0.9);
        Path2D flash = new Path2D.Double();
        flash.moveTo(0.16, 0.17);
        flash.quadTo(0.3, 0.2, 0.5, 0.3);
        fitting.canvas()
                .line(
                        place.createTransformedShape(flash),
                        width * 1.6,
                        fitting.design().trim(),
                        0.95);
        fitting.seam(
                place.createTransformedShape(
                        outline(List.of(0.74, 0.12, 0.72, 0.2, 0.8, 0.22, 0.96, 0.19, 0.98, 0.12))),
                0.3);
    }

    /** Returns the closed smooth curve through points given as x, y pairs: corners rounded at the middles of its edges. */
    private static Shape outline(List<Double> points) {
        return Curves.rounded(points);
    }
}
