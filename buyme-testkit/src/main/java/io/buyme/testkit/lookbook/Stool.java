package io.buyme.testkit.lookbook;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** What seated people sit on: a plain box. */
final class Stool {

    private static final List<Integer> COLORS = List.of(0xD9D4CC, 0x9B7B58, 0x4A4743, 0xC7B9A2);

    private Stool() {}

    static void draw(Figure figure, Canvas canvas, Dice dice) {
        int color = dice.pick(COLORS);
        Point2D seat = figure.camera().project(figure.skeleton().pelvis());
        double unit = figure.unit();
        double half = 0.13 * unit;
        double top = seat.getY() + 0.05 * unit;
        double floor = figure.camera().originY() + unit * 1.005;
        canvas.dab(box(seat.getX() - half, top, seat.getX() + half, floor), Colors.scale(color, 0.86), 1);
        canvas.dab(box(seat.getX() - half, top, seat.getX() - half * 0.2, floor), color, 0.35);
        canvas.dab(box(seat.getX() - half, top - 0.02 * unit, seat.getX() + half, top), Colors.scale(color, 1.08), 1);
    }

    private static Path2D box(double left, double top, double right, double bottom) {
        Path2D path = new Path2D.Double();
        path.moveTo(left, top);
        path.lineTo(right, top);
        path.lineTo(right, bottom);
        path.lineTo(left, bottom);
        path.closePath();
        return path;
    }
}
