package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Cut.Neckline;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Optional;

/** The openings at the neck through which the skin, or the inside of a flat-lay's back, is seen. */
final class Necklines {

    private Necklines() {}

    /** Returns what is cut out of the front, or seen from behind out of the back. */
    static Optional<Shape> opening(Figure figure, Neckline neckline) {
        if (figure.fromBehind()) {
            return neckline == Neckline.ROLL ? Optional.empty() : Optional.of(oval(figure, 0.036, 0.006));
        }
        return switch (neckline) {
            case NONE, ROLL -> Optional.empty();
            case CREW, ZIP -> Optional.of(oval(figure, 0.040, 0.026));
            case SCOOP -> Optional.of(oval(figure, 0.052, 0.058));
            case BOAT -> Optional.of(oval(figure, 0.072, 0.023));
            case COLLAR -> Optional.of(wedge(figure, 0.036, 0.215));
            case V, OPEN -> Optional.of(wedge(figure, 0.042, 0.245));
        };
    }

    private static Shape oval(Figure figure, double half, double drop) {
        double unit = figure.unit();
        Point2D front = figure.onSurface(0.158, 0);
        Point2D center = figure.section(0.158, 0).center();
        double x = (2 * center.getX() + front.getX()) / 3;
        double rx = half * unit * (1 - 0.25 * figure.sideways());
        return new Ellipse2D.Double(x - rx, center.getY() - drop * unit, 2 * rx, 2 * drop * unit);
    }

    private static Shape wedge(Figure figure, double half, double depth) {
        Point2D left = figure.onSurface(0.140, half);
        Point2D right = figure.onSurface(0.140, -half);
        Point2D tip = figure.onSurface(depth, 0);
        Point2D leftBend = figure.onSurface(0.185, half * 0.82);
        Point2D rightBend = figure.onSurface(0.185, -half * 0.82);
        Path2D path = new Path2D.Double();
        path.moveTo(left.getX(), left.getY());
        path.quadTo(leftBend.getX(), leftBend.getY(), tip.getX(), tip.getY());
        path.quadTo(rightBend.getX(), rightBend.getY(), right.getX(), right.getY());
        path.closePath();
        return path;
    }
}
