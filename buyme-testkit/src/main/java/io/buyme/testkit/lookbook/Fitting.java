package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.util.List;

/**
 * One garment on one figure: what garments need in order to draw themselves.
 *
 * @param figure wearer or dummy
 * @param canvas to draw on
 * @param design what to draw
 * @param owner whose pixels those of the garment are
 * @param worn false on the table of a flat-lay
 */
record Fitting(Figure figure, Canvas canvas, Design design, int owner, boolean worn) {

    Cut cut() {
        return design.cut();
    }

    double unit() {
        return figure.unit();
    }

    /** Returns folds of this occasion: the same garment never falls twice alike. */
    Folds folds(double depth, double across, double along, double slant) {
        int occasion = design.seed() + (worn ? 17 : 71);
        return new Folds(occasion, worn ? depth : depth * 1.15, across, along, slant);
    }

    /** Returns a piece of cloth that hangs on a body, or lies straight on a table. */
    Strip cloth(List<Section> sections) {
        return worn ? Strip.hanging(sections) : Strip.of(sections);
    }

    void paint(Strip strip, Folds folds) {
        canvas.paint(strip, design.material(folds), owner);
    }

    void paint(Strip strip, Material material) {
        canvas.paint(strip, material, owner);
    }

    void paintTrim(Shape shape) {
        canvas.paint(Strip.over(shape, unit()), design.trimMaterial(), owner);
    }

    /** Draws a seam: a fine line in the shade of the cloth. */
    void seam(Shape path, double alpha) {
        canvas.line(
                path,
                Math.max(0.8, unit() * 0.0018),
                Colors.scale(design.weave().base(), 0.35),
                alpha);
    }

    /** Draws a seam where it lies on a piece. */
    void seam(Shape path, Shape piece, double alpha) {
        canvas.line(
                path,
                piece,
                Math.max(0.8, unit() * 0.0018),
                Colors.scale(design.weave().base(), 0.35),
                alpha);
    }

    /** Lets the piece cast a soft shadow on what is under it. */
    void shadow(Shape shape) {
        double d = unit() * 0.006;
        canvas.castShadow(shape, d * 0.5, d, (int) Math.max(1, unit() * 0.006), worn ? 0.42 : 0.25);
    }
}
