package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Cut.Neckline;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/** T-shirts, longsleeves, shirts, sweaters and dresses: a trunk with a neckline, and sleeves. */
final class Top implements Garment {

    @Override
    public void drape(Fitting fitting) {
        Cut cut = fitting.cut();
        Figure figure = fitting.figure();
        double boxy = fitting.worn() ? 1 : 1.35;
        Strip trunk = fitting.cloth(figure.sections(cut.top(), cut.hem(), level -> cut.easeAt(level) * boxy));
        Optional<Shape> opening = Necklines.opening(figure, cut.neckline());
        if (!fitting.worn()) {
            fitting.paint(trunk, fitting.design().material(Folds.NONE).scaled(0.72));
        }
        Strip front = opening.map(trunk::without).orElse(trunk);
        fitting.shadow(front.outline());
        fitting.paint(front, folds(fitting));
        opening.ifPresent(hole -> trimNeck(fitting, hole, trunk));
        fitting.seam(trunk.hem(), 0.35);
        if (cut.neckline() == Neckline.COLLAR && !figure.fromBehind()) {
            buttonFront(fitting);
        }
        if (cut.neckline() == Neckline.COLLAR) {
            Collar.shirt(fitting);
        }
        if (cut.neckline() == Neckline.ROLL) {
            rollNeck(fitting);
        }
    }

    @Override
    public void sleeve(Fitting fitting, Side side) {
        Sleeve.draw(fitting, side);
    }

    private static Folds folds(Fitting fitting) {
        return fitting.design().kind() == Kind.DRESS && fitting.cut().flare() > 0.02
                ? fitting.folds(0.75, 17, 1.6, 0.05)
                : fitting.folds(0.62, 8, 7, 0.7);
    }

    private static void trimNeck(Fitting fitting, Shape hole, Strip trunk) {
        int trim = fitting.design().trim();
        Shape edge =
                trunk.within(grown(hole, fitting.unit() * 0.007)).without(hole).outline();
        fitting.paint(Strip.over(edge, fitting.unit()), Material.plain(trim));
    }

    private static Shape grown(Shape hole, double by) {
        return new BasicStroke((float) (2 * by)).createStrokedShape(hole);
    }

    private static void buttonFront(Fitting fitting) {
        Figure figure = fitting.figure();
        Path2D placket = new Path2D.Double();
        for (double x : List.of(-0.007, 0.007)) {
            Point2D from = figure.onSurface(0.21, x);
            placket.moveTo(from.getX(), from.getY());
            for (double level = 0.23; level < fitting.cut().hem(); level += 0.02) {
                Point2D to = figure.onSurface(level, x);
                placket.lineTo(to.getX(), to.getY());
            }
        }
        fitting.seam(placket, 0.35);
        double r = fitting.unit() * 0.0032;
        for (double level = 0.225; level < fitting.cut().hem() - 0.02; level += 0.045) {
            Point2D at = figure.onSurface(level, 0);
            Shape button = new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
            fitting.canvas().dab(button, fitting.design().trim(), 0.95);
            fitting.seam(button, 0.4);
        }
    }

    private static void rollNeck(Fitting fitting) {
        Strip roll = Strip.of(List.of(
                fitting.figure().section(0.137, 0.005),
                fitting.figure().section(0.150, 0.008),
                fitting.figure().section(0.163, 0.010)));
        fitting.shadow(roll.outline());
        fitting.paint(roll, fitting.design().material(Folds.NONE).scaled(0.95));
    }
}
