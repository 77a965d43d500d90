package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Cut.Neckline;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** Jackets and coats: worn open over a top, or zipped. */
final class Outerwear implements Garment {

    private static final double LEVEL_STEP = 0.02;

    @Override
    public void drape(Fitting fitting) {
        Cut cut = fitting.cut();
        Figure figure = fitting.figure();
        Strip trunk = fitting.cloth(figure.sections(cut.top(), cut.hem(), cut::easeAt));
        boolean open = cut.neckline() == Neckline.OPEN && !figure.fromBehind();
        if (!fitting.worn()) {
            fitting.paint(trunk, fitting.design().material(Folds.NONE).scaled(0.62));
        }
        Strip shell = open
                ? trunk.without(opening(fitting))
                : Necklines.opening(figure, cut.neckline()).map(trunk::without).orElse(trunk);
        fitting.shadow(shell.outline());
        fitting.paint(shell, fitting.folds(0.5, 7, 5, 0.5));
        if (open) {
            fitting.seam(opening(fitting), trunk.outline(), 0.5);
        }
        finish(fitting);
    }

    @Override
    public void sleeve(Fitting fitting, Side side) {
        Sleeve.draw(fitting, side);
    }

    private static void finish(Fitting fitting) {
        boolean zipped = fitting.cut().neckline() == Neckline.ZIP;
        if (zipped && !fitting.figure().fromBehind()) {
            zip(fitting);
        }
        if (zipped) {
            standingCollar(fitting);
        } else {
            Collar.lapels(fitting);
        }
        if (!fitting.figure().fromBehind()) {
            pockets(fitting);
        }
    }

    /** The gap between the two fronts: narrow on the chest, wider at neck and hem. */
    private static Shape opening(Fitting fitting) {
        Figure figure = fitting.figure();
        double spread = fitting.worn() ? 1 : 0.35;
        Path2D path = new Path2D.Double();
        Point2D start = figure.onSurface(0.130, -0.04);
        path.moveTo(start.getX(), start.getY());
        double end = fitting.cut().hem() + 0.08;
        for (double level = 0.150; level <= end; level += LEVEL_STEP) {
            lineTo(path, figure.onSurface(Math.min(level, 0.56), -gap(level) * spread), level, figure);
        }
        for (double level = end; level >= 0.150; level -= LEVEL_STEP) {
            lineTo(path, figure.onSurface(Math.min(level, 0.56), gap(level) * spread), level, figure);
        }
        lineTo(path, figure.onSurface(0.130, 0.04), 0, figure);
        path.closePath();
        return path;
    }

    private static double gap(double level) {
        return level < 0.3 ? 0.042 - 0.12 * Math.max(0, level - 0.16) : 0.025 + 0.05 * (level - 0.3);
    }

    private static void lineTo(Path2D path, Point2D p, double level, Figure figure) {
        double below = Math.max(0, level - 0.56) * figure.unit();
        path.lineTo(p.getX(), p.getY() + below);
    }

    private static void zip(Fitting fitting) {
        Path2D path = new Path2D.Double();
        Point2D from = fitting.figure().onSurface(0.165, 0);
        path.moveTo(from.getX(), from.getY());
        for (double level = 0.19; level < fitting.cut().hem(); level += LEVEL_STEP) {
            Point2D to = fitting.figure().onSurface(level, 0);
            path.lineTo(to.getX(), to.getY());
        }
        double unit = fitting.unit();
        fitting.canvas()
                .line(path, unit * 0.006, Colors.scale(fitting.design().weave().base(), 0.6), 0.7);
        fitting.canvas().line(path, unit * 0.0025, fitting.design().trim(), 0.9);
    }

    private static void standingCollar(Fitting fitting) {
        Strip collar = Strip.of(List.of(
                fitting.figure().section(0.142, 0.010),
                fitting.figure().section(0.155, 0.012),
                fitting.figure().section(0.170, 0.008)));
        boolean seenInside = !fitting.figure().fromBehind() && fitting.worn();
        double r = fitting.figure().section(0.142, 0.004).width() / 2;
        Point2D top = fitting.figure().section(0.142, 0).center();
        Shape throat = new Ellipse2D.Double(top.getX() - r, top.getY() - r * 0.8, 2 * r, 1.3 * r);
        Strip shown = seenInside ? collar.without(throat) : collar;
        fitting.shadow(shown.outline());
        fitting.paint(shown, fitting.design().trimMaterial());
    }

    private static void pockets(Fitting fitting) {
        double level = Math.min(0.44, fitting.cut().hem() - 0.07);
        for (Side side : Side.values()) {
            Point2D inner = fitting.figure().onSurface(level, side.sign() * 0.046);
            Point2D outer = fitting.figure().onSurface(level - 0.008, side.sign() * 0.082);
            Path2D path = new Path2D.Double();
            path.moveTo(inner.getX(), inner.getY());
            path.lineTo(outer.getX(), outer.getY());
            fitting.seam(path, 0.6);
        }
    }
}
