package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** Collars and lapels: flat pieces that lie on the chest, left and right. */
final class Collar {

    private Collar() {}

    static void shirt(Fitting fitting) {
        if (fitting.figure().fromBehind()) {
            band(fitting, 0.148, 0.168);
            return;
        }
        for (Side side : fitting.figure().farToNear()) {
            piece(
                    fitting,
                    side,
                    List.of(0.143, 0.040, 0.160, 0.052, 0.205, 0.044, 0.198, 0.014, 0.212, 0.001, 0.175, 0.026));
        }
    }

    static void lapels(Fitting fitting) {
        if (fitting.figure().fromBehind()) {
            band(fitting, 0.146, 0.170);
            return;
        }
        for (Side side : fitting.figure().farToNear()) {
            piece(
                    fitting,
                    side,
                    List.of(0.143, 0.042, 0.160, 0.060, 0.220, 0.070, 0.232, 0.052, 0.310, 0.014, 0.240, 0.018));
        }
    }

    /** Draws a polygon given as pairs of level and distance from the middle. */
    private static void piece(Fitting fitting, Side side, List<Double> corners) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.size(); i += 2) {
            Point2D p = fitting.figure().onSurface(corners.get(i), side.sign() * corners.get(i + 1));
            if (i == 0) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        path.closePath();
        fitting.shadow(path);
        fitting.paint(
                Strip.over(path, fitting.unit()),
                fitting.design().material(Folds.NONE).scaled(1.04));
        fitting.seam(path, 0.4);
    }

    private static void band(Fitting fitting, double from, double to) {
        Strip strip = Strip.of(
                List.of(fitting.figure().section(from, 0.006), fitting.figure().section(to, 0.010)));
        Shape outline = strip.outline();
        fitting.shadow(outline);
        fitting.paint(strip, fitting.design().material(Folds.NONE).scaled(1.02));
        fitting.seam(outline, 0.35);
    }
}
