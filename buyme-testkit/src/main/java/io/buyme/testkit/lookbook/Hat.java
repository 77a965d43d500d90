package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** Beanies, caps and brimmed hats. Shapes are drawn in half head widths, from the middle of the brow. */
final class Hat implements Garment {

    @Override
    public void drape(Fitting fitting) {
        HeadFrame head = HeadFrame.of(fitting.figure());
        double size = head.halfWidth() * 1.1;
        AffineTransform place = AffineTransform.getTranslateInstance(
                head.center().getX(), head.center().getY() - head.halfHeight() * 0.42);
        place.rotate(head.roll());
        place.scale(size, size);
        switch (fitting.design().detail()) {
            case 0, 1 -> beanie(fitting, place);
            case 2 -> cap(fitting, place, head);
            default -> brimmed(fitting, place);
        }
    }

    private static void beanie(Fitting fitting, AffineTransform place) {
        fill(fitting, dome(place, 1.0, 1.42), 1);
        fill(
                fitting,
                place.createTransformedShape(Curves.rounded(
                        List.of(-1.04, -0.34, 0.0, -0.24, 1.04, -0.34, 1.06, 0.12, 0.0, 0.24, -1.06, 0.12))),
                0.92);
    }

    private static void cap(Fitting fitting, AffineTransform place, HeadFrame head) {
        fill(fitting, dome(place, 1.02, 1.0), 1);
        if (fitting.figure().fromBehind()) {
            return;
        }
        double ahead = fitting.worn() ? head.turnRight() : -0.75;
        Shape visor = Curves.rounded(List.of(
                -0.92 + ahead * 1.1,
                -0.1,
                ahead * 0.6,
                -0.22,
                0.92 + ahead * 1.1,
                -0.1,
                0.8 + ahead * 1.3,
                0.16,
                ahead * 1.3,
                0.3,
                -0.8 + ahead * 1.3,
                0.16));
        fill(fitting, place.createTransformedShape(visor), 0.85);
    }

    private static void brimmed(Fitting fitting, AffineTransform place) {
        fill(fitting, dome(place, 0.96, 1.12), 1);
        Shape band = place.createTransformedShape(
                Curves.rounded(List.of(-0.99, -0.34, 0.0, -0.26, 0.99, -0.34, 1.0, -0.04, 0.0, 0.04, -1.0, -0.04)));
        fitting.paintTrim(band);
        fill(
                fitting,
                place.createTransformedShape(Curves.rounded(List.of(
                        -1.75, 0.06, -0.9, -0.14, 0.0, -0.06, 0.9, -0.14, 1.75, 0.06, 0.9, 0.2, 0.0, 0.24, -0.9, 0.2))),
                0.9);
    }

    private static void fill(Fitting fitting, Shape shape, double brightness) {
        fitting.shadow(shape);
        fitting.paint(
                Strip.over(shape, fitting.unit()),
                fitting.design().material(fitting.folds(0.15, 30, 20, 0)).scaled(brightness));
    }

    private static Shape dome(AffineTransform place, double half, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(-half, 0.1);
        path.curveTo(-half * 1.05, -height * 0.85, -half * 0.6, -height, 0, -height);
        path.curveTo(half * 0.6, -height, half * 1.05, -height * 0.85, half, 0.1);
        path.closePath();
        return place.createTransformedShape(path);
    }
}
