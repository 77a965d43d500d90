package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Skeleton.Chain;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** Loosely open hands. Shapes are drawn in hand lengths: x to the thumb, y from the wrist to the finger tips. */
final class Hand {

    private Hand() {}

    static void draw(Figure figure, Canvas canvas, Side side) {
        AffineTransform place = frame(figure, side);
        Area hand = new Area(
                Curves.rounded(List.of(-0.13, -0.05, 0.13, -0.05, 0.2, 0.25, 0.17, 0.52, -0.19, 0.54, -0.2, 0.25)));
        for (int finger = 0; finger < 4; finger++) {
            double x = -0.145 + finger * 0.095;
            double tip = 0.82 + (finger == 0 ? -0.06 : 0.06 * Math.sin(finger));
            hand.add(new Area(stroke(x, 0.42, x * 0.85, tip, 0.098)));
        }
        hand.add(new Area(stroke(0.14, 0.16, 0.26, 0.48, 0.105)));
        Shape shape = place.createTransformedShape(hand);
        Skin.shadow(figure, canvas, shape);
        canvas.paint(Strip.over(shape, figure.unit()), Skin.material(figure.shape()), Skin.OWNER);
        Path2D gaps = new Path2D.Double();
        for (int finger = 0; finger < 3; finger++) {
            double x = -0.098 + finger * 0.095;
            gaps.moveTo(x, 0.5);
            gaps.lineTo(x * 0.85, 0.78);
        }
        canvas.line(
                place.createTransformedShape(gaps),
                figure.unit() * 0.0016,
                Colors.scale(figure.shape().skin(), 0.5),
                0.5);
    }

    /** Returns the frame of a hand: from the wrist along the forearm, the thumb to the front of the body. */
    static AffineTransform frame(Figure figure, Side side) {
        Chain arm = figure.skeleton().arms().on(side);
        Point2D wrist = figure.camera().project(arm.end());
        Point2D tip = figure.camera().project(arm.tip());
        double dx = tip.getX() - wrist.getX();
        double dy = tip.getY() - wrist.getY();
        double thumb = side.sign() * (figure.camera().cos() >= 0 ? -1 : 1);
        return new AffineTransform(dy * thumb, -dx * thumb, dx, dy, wrist.getX(), wrist.getY());
    }

    private static Shape stroke(double fromX, double fromY, double toX, double toY, double width) {
        Path2D line = new Path2D.Double();
        line.moveTo(fromX, fromY);
        line.lineTo(toX, toY);
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
    }
}
