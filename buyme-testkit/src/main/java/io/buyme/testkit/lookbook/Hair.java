package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Hair: what falls behind the face, and the cap on the head that leaves the face free. */
final class Hair {

    private final HeadFrame head;
    private final BodyShape shape;
    private final Canvas canvas;
    private final double unit;

    Hair(Figure figure, Canvas canvas) {
        this.head = HeadFrame.of(figure);
        this.shape = figure.shape();
        this.canvas = canvas;
        this.unit = figure.unit();
    }

    /** Draws what lies behind face and neck; for a person seen from behind, call it last. */
    void behind() {
        double fall = shape.hairStyle().fall();
        if (shape.hairStyle() == HairStyle.BUN) {
            Point2D top = head.place(0, -1.12, -0.55);
            double r = head.halfHeight() * 0.38;
            paint(new Ellipse2D.Double(top.getX() - r, top.getY() - r, 2 * r, 2 * r));
        }
        if (fall > 0) {
            paint(shape.hairStyle() == HairStyle.CURLY ? halo() : curtain(fall));
        }
    }

    /** Draws the hair on the head, with the face left free. */
    void cap() {
        double thick = shape.hairStyle().thickness();
        double w = head.halfWidth() * (1 + thick * 0.7);
        double h = head.halfHeight();
        Path2D cap = new Path2D.Double();
        double low = head.fromBehind() ? h * nape() : h * sideburn();
        cap.moveTo(-w, low);
        cap.curveTo(-w * 1.06, -h * 0.75, -w * 0.66, -h * (1 + thick), 0, -h * (1 + thick));
        cap.curveTo(w * 0.66, -h * (1 + thick), w * 1.06, -h * 0.75, w, low);
        cap.curveTo(w * 0.6, low + h * 0.12, -w * 0.6, low + h * 0.12, -w, low);
        cap.closePath();
        Area hair = new Area(head.placed(cap));
        if (!head.fromBehind()) {
            hair.subtract(new Area(head.placed(faceOpening())));
        }
        paint(hair);
    }

    private double nape() {
        return shape.hairStyle().coversEars() ? 0.7 : 0.4;
    }

    private double sideburn() {
        return shape.hairStyle().coversEars() ? 0.35 : 0.05;
    }

    /** The part of the head's front that is free of hair, off to the side that the face turns to. */
    private Shape faceOpening() {
        double w = head.halfWidth();
        double h = head.halfHeight();
        double turned = head.turnRight();
        double middle = turned * w * 0.95;
        double half = w * (shape.hairStyle().coversEars() ? 0.84 : 0.93) * (1 - 0.12 * Math.abs(turned));
        double top = -h * (shape.hairStyle() == HairStyle.CROPPED ? 0.66 : 0.58);
        Path2D path = new Path2D.Double();
        path.moveTo(middle - half, h * 1.2);
        path.lineTo(middle - half, h * 0.05);
        path.curveTo(middle - half, top * 0.9, middle - half * 0.5, top, middle - half * 0.1, top * 0.98);
        path.curveTo(middle + half * 0.5, top * 0.92, middle + half, top * 0.8, middle + half, h * 0.05);
        path.lineTo(middle + half, h * 1.2);
        path.closePath();
        return path;
    }

    private Shape halo() {
        double rx = head.halfWidth() * 1.42;
        double ry = head.halfHeight() * 1.06;
        return head.placed(new Ellipse2D.Double(-rx - head.turnRight() * rx * 0.2, -ry * 1.22, 2 * rx, 2 * ry));
    }

    private Shape curtain(double fall) {
        double w = head.halfWidth() * (1 + shape.hairStyle().thickness());
        double h = head.halfHeight();
        double back = -head.turnRight() * w * 0.35;
        double end = h * fall;
        Path2D path = new Path2D.Double();
        path.moveTo(back * 0.5, -h * (1 + shape.hairStyle().thickness()));
        path.curveTo(w * 1.1, -h * 1.1, w * 1.12 + back, h * 0.1, w * 1.18 + back, end * 0.8);
        path.quadTo(w * 1.1 + back, end * 1.08, w * 0.55 + back, end * 1.05);
        path.quadTo(back, end * 0.98, -w * 0.55 + back, end * 1.06);
        path.quadTo(-w * 1.1 + back, end * 1.08, -w * 1.18 + back, end * 0.8);
        path.curveTo(
                -w * 1.12 + back,
                h * 0.1,
                -w * 1.1,
                -h * 1.1,
                back * 0.5,
                -h * (1 + shape.hairStyle().thickness()));
        path.closePath();
        return head.placed(path);
    }

    private void paint(Shape hair) {
        canvas.castShadow(hair, 0, unit * 0.005, (int) Math.max(1, unit * 0.005), 0.35);
        boolean curly = shape.hairStyle() == HairStyle.CURLY;
        Material.Fabric strands = (across, along) -> Colors.scale(
                shape.hair(),
                curly
                        ? 1 + 0.2 * Noise.smooth(3, across * 330, along * 330)
                        : 1.05 + 0.24 * Noise.smooth(3, across * 260, along * 16));
        canvas.paint(Strip.over(hair, unit), new Material(strands, Folds.NONE, curly ? 0.05 : 0.22), Skin.OWNER);
    }
}
