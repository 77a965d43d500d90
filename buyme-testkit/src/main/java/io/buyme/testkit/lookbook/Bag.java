package io.buyme.testkit.lookbook;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** Bags: carried in the hand, or across the body. Shapes are drawn in bag widths, from the middle of the upper edge. */
final class Bag implements Garment {

    private static final double WIDTH = 0.15;

    @Override
    public void drape(Fitting fitting) {
        if (!fitting.worn()) {
            Camera camera = fitting.figure().camera();
            AffineTransform place = at(fitting, camera.originX(), camera.originY() + 0.4 * camera.unit());
            handle(fitting, place);
            body(fitting, place);
        } else {
            acrossTheBody(fitting);
        }
    }

    private static void acrossTheBody(Fitting fitting) {
        Figure figure = fitting.figure();
        double x = 0.085;
        Point2D shoulder = figure.onSurface(0.172, -0.055);
        Point2D hip = figure.onSurface(0.455, x);
        Path2D strap = new Path2D.Double();
        strap.moveTo(shoulder.getX(), shoulder.getY());
        Point2D chest = figure.onSurface(0.29, 0.012);
        strap.quadTo(chest.getX(), chest.getY(), hip.getX(), hip.getY());
        Shape band = new BasicStroke((float) (fitting.unit() * 0.009)).createStrokedShape(strap);
        fitting.shadow(band);
        fitting.paint(Strip.over(band, fitting.unit()), fitting.design().trimMaterial());
        body(fitting, at(fitting, hip.getX(), hip.getY()));
    }

    private static AffineTransform at(Fitting fitting, double x, double y) {
        double size = WIDTH * fitting.unit();
        return new AffineTransform(size, 0, 0, size, x, y);
    }

    private static void handle(Fitting fitting, AffineTransform place) {
        Path2D arc = new Path2D.Double();
        arc.moveTo(-0.26, 0.05);
        arc.curveTo(-0.22, -0.6, 0.22, -0.6, 0.26, 0.05);
        float width = (float) (fitting.unit() * 0.01);
        Shape band = new BasicStroke(width).createStrokedShape(place.createTransformedShape(arc));
        fitting.paint(Strip.over(band, fitting.unit()), fitting.design().trimMaterial());
    }

    private static void body(Fitting fitting, AffineTransform place) {
        double depth = fitting.design().detail() < 2 ? 0.62 : 0.86;
        double flare = fitting.design().detail() % 2 == 0 ? 0.06 : -0.05;
        Shape body = place.createTransformedShape(Curves.rounded(List.of(
                -0.46,
                0.0,
                0.0,
                -0.01,
                0.46,
                0.0,
                0.46 + flare,
                depth * 0.6,
                0.43 + flare,
                depth,
                0.0,
                depth * 1.03,
                -0.43 - flare,
                depth,
                -0.46 - flare,
                depth * 0.6)));
        fitting.shadow(body);
        fitting.paint(Strip.over(body, fitting.unit()), fitting.folds(0.2, 8, 8, 0.2));
        fitting.seam(body, 0.35);
        if (fitting.design().detail() != 3) {
            flap(fitting, place, depth);
        }
    }

    private static void flap(Fitting fitting, AffineTransform place, double depth) {
        Shape flap = place.createTransformedShape(Curves.rounded(List.of(
                -0.47, -0.01, 0.0, -0.02, 0.47, -0.01, 0.45, depth * 0.35, 0.0, depth * 0.68, -0.45, depth * 0.35)));
        fitting.shadow(flap);
        fitting.paint(
                Strip.over(flap, fitting.unit()),
                fitting.design().material(Folds.NONE).scaled(0.94));
        Shape clasp = place.createTransformedShape(Curves.rounded(
                List.of(-0.05, depth * 0.48, 0.05, depth * 0.48, 0.05, depth * 0.6, -0.05, depth * 0.6)));
        fitting.canvas().dab(clasp, 0xD9B45A, 1);
    }
}
