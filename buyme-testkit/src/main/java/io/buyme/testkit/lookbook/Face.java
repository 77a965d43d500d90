package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The head without its hair: face, ears, eyes, brows, nose and mouth, as far as they are turned to the camera. */
final class Face {

    static final double EYE_X = 0.42;
    static final double EYE_Y = 0.02;
    static final double NOSE_Y = 0.36;
    static final double MOUTH_Y = 0.62;

    private final HeadFrame head;
    private final BodyShape shape;
    private final Canvas canvas;

    Face(Figure figure, Canvas canvas) {
        this.head = HeadFrame.of(figure);
        this.shape = figure.shape();
        this.canvas = canvas;
    }

    void draw(double unit) {
        Material skin = Skin.material(shape);
        for (Side side : Side.values()) {
            ear(side, skin, unit);
        }
        Shape outline = outline();
        canvas.castShadow(outline, 0, unit * 0.02, (int) Math.max(1, unit * 0.008), 0.5);
        canvas.paint(Strip.over(outline, unit), skin, Skin.OWNER);
        if (head.fromBehind()) {
            return;
        }
        cheeks();
        for (Side side : Side.values()) {
            if (head.sees(side.sign() * EYE_X, EYE_Y)) {
                eye(side);
            }
        }
        nose(skin, unit);
        if (shape.beard()) {
            beard();
        }
        mouth();
    }

    private Shape outline() {
        double w = head.halfWidth();
        double h = head.halfHeight();
        double chin = head.turnRight() * 0.35 * w;
        Path2D path = new Path2D.Double();
        path.moveTo(-w, -h * 0.12);
        path.curveTo(-w, -h * 0.72, -w * 0.62, -h, 0, -h);
        path.curveTo(w * 0.62, -h, w, -h * 0.72, w, -h * 0.12);
        path.curveTo(w * 0.99, h * 0.36, w * 0.86 + chin * 0.3, h * 0.62, w * 0.42 + chin, h * 0.93);
        path.curveTo(w * 0.2 + chin, h * 1.02, -w * 0.2 + chin, h * 1.02, -w * 0.42 + chin, h * 0.93);
        path.curveTo(-w * 0.86 + chin * 0.3, h * 0.62, -w * 0.99, h * 0.36, -w, -h * 0.12);
        path.closePath();
        return head.placed(path);
    }

    private void ear(Side side, Material skin, double unit) {
        if (shape.hairStyle().coversEars()) {
            return;
        }
        Point2D at = head.place(side.sign() * 1.02, 0.1, -0.05);
        double rx = head.halfHeight() * (0.1 + 0.05 * Math.abs(head.turnRight()));
        double ry = head.halfHeight() * 0.19;
        Shape ear = new Ellipse2D.Double(at.getX() - rx, at.getY() - ry, 2 * rx, 2 * ry);
        canvas.paint(Strip.over(ear, unit), skin.scaled(0.93), Skin.OWNER);
    }

    private void cheeks() {
        for (Side side : Side.values()) {
            if (head.sees(side.sign() * 0.55, 0.35)) {
                for (double size = 0.34; size > 0.1; size -= 0.08) {
                    canvas.dab(oval(head.at(side.sign() * 0.5, 0.36, 1), size, size * 0.8), 0xC8604A, 0.035);
                }
            }
        }
    }

    private void eye(Side side) {
        double s = side.sign();
        Point2D at = head.at(s * EYE_X, EYE_Y, 1);
        double squeeze = Math.max(0.35, Math.abs(head.cos()));
        double w = 0.19 * squeeze;
        canvas.dab(oval(at, w * 1.25, 0.15), Colors.scale(shape.skin(), 0.72), 0.35);
        Shape lids = almond(at, w, 0.085);
        canvas.dab(lids, 0xF6F3EF, 1);
        Area iris = new Area(oval(at, 0.085 * squeeze + 0.01, 0.09));
        iris.intersect(new Area(lids));
        canvas.dab(iris, Colors.mix(shape.hair(), 0x4A3A2A, 0.5), 1);
        canvas.dab(oval(at, 0.042, 0.045), 0x14100E, 1);
        canvas.dab(oval(new Point2D.Double(at.getX() - px(0.025), at.getY() - px(0.03)), 0.016, 0.016), 0xFFFFFF, 0.9);
        Path2D lash = new Path2D.Double();
        lash.moveTo(at.getX() - px(w), at.getY() + px(0.01));
        lash.quadTo(at.getX(), at.getY() - px(0.15), at.getX() + px(w), at.getY() + px(0.005));
        canvas.line(lash, px(0.04), 0x1E1512, 0.85);
        brow(s, squeeze);
    }

    private void brow(double s, double squeeze) {
        Point2D inner = head.at(s * 0.2, -0.16, 1);
        Point2D peak = head.at(s * 0.5, -0.28, 1);
        Point2D outer = head.at(s * 0.7, -0.14, 1);
        Path2D brow = new Path2D.Double();
        brow.moveTo(inner.getX(), inner.getY());
        brow.quadTo(peak.getX(), peak.getY(), outer.getX(), outer.getY());
        canvas.line(brow, px(0.065) * Math.max(0.7, squeeze), Colors.scale(shape.hair(), 0.8), 0.8);
    }

    private void nose(Material skin, double unit) {
        Point2D bridge = head.at(0, -0.05, 1.0);
        Point2D tip = head.at(0, NOSE_Y - 0.02, 1.22);
        Point2D base = head.at(0, NOSE_Y + 0.09, 1.0);
        if (Math.abs(head.turnRight()) > 0.5) {
            Path2D profile = new Path2D.Double();
            profile.moveTo(bridge.getX(), bridge.getY());
            profile.quadTo(tip.getX(), tip.getY() - px(0.12), tip.getX(), tip.getY());
            profile.quadTo(tip.getX(), base.getY(), base.getX(), base.getY());
            profile.closePath();
            canvas.paint(Strip.over(profile, unit), skin, Skin.OWNER);
        }
        int shade = Colors.scale(shape.skin(), 0.62);
        Path2D ridge = new Path2D.Double();
        Point2D flank = head.at(0.14, NOSE_Y, 1.05);
        ridge.moveTo(bridge.getX() + px(0.05), bridge.getY());
        ridge.quadTo(tip.getX() + px(0.02), tip.getY() - px(0.1), flank.getX(), flank.getY());
        canvas.line(ridge, px(0.06), shade, 0.22);
        canvas.dab(oval(new Point2D.Double(tip.getX(), tip.getY() - px(0.06)), 0.05, 0.11), 0xFFFFFF, 0.14);
        for (double x : List.of(-0.11, 0.11)) {
            canvas.dab(oval(head.at(x, NOSE_Y + 0.06, 1.08), 0.05, 0.028), Colors.scale(shape.skin(), 0.4), 0.6);
        }
        canvas.dab(oval(head.at(0, NOSE_Y + 0.1, 1.08), 0.15, 0.045), shade, 0.25);
    }

    private void mouth() {
        Point2D left = head.at(0.3, MOUTH_Y, 0.98);
        Point2D right = head.at(-0.3, MOUTH_Y, 0.98);
        Point2D middle = head.at(0, MOUTH_Y, 1.04);
        int lip = Colors.mix(shape.skin(), 0xA83A42, shape.beard() ? 0.4 : 0.55);
        canvas.dab(lens(left, right, middle, -0.075, 0.02), Colors.scale(lip, 0.86), 0.95);
        canvas.dab(lens(left, right, middle, 0.015, 0.12), lip, 0.95);
        Path2D line = new Path2D.Double();
        line.moveTo(left.getX(), left.getY());
        line.quadTo(middle.getX(), middle.getY() + px(0.05), right.getX(), right.getY());
        canvas.line(line, px(0.022), Colors.scale(lip, 0.45), 0.8);
        canvas.dab(oval(head.at(0, MOUTH_Y + 0.19, 1.02), 0.16, 0.035), Colors.scale(shape.skin(), 0.6), 0.25);
    }

    private void beard() {
        Area beard = new Area(outline());
        Point2D mouth = head.at(0, 0.28, 1);
        beard.subtract(new Area(oval(new Point2D.Double(mouth.getX(), mouth.getY() - px(0.3)), 0.86, 0.66)));
        Area lips = new Area(oval(head.at(0, MOUTH_Y, 1.03), 0.27, 0.1));
        beard.subtract(lips);
        beard.intersect(new Area(new Rectangle2D.Double(mouth.getX() - px(2), mouth.getY() - px(0.3), px(4), px(2))));
        canvas.dab(beard, shape.hair(), 0.62);
    }

    private Shape lens(Point2D left, Point2D right, Point2D middle, double upper, double lower) {
        Path2D path = new Path2D.Double();
        path.moveTo(left.getX(), left.getY());
        path.quadTo(middle.getX(), middle.getY() + px(upper) * 2, right.getX(), right.getY());
        path.quadTo(middle.getX(), middle.getY() + px(lower) * 2, left.getX(), left.getY());
        path.closePath();
        return path;
    }

    private Shape almond(Point2D at, double w, double h) {
        Path2D path = new Path2D.Double();
        path.moveTo(at.getX() - px(w), at.getY());
        path.quadTo(at.getX(), at.getY() - px(h) * 2, at.getX() + px(w), at.getY());
        path.quadTo(at.getX(), at.getY() + px(h) * 1.5, at.getX() - px(w), at.getY());
        path.closePath();
        return path;
    }

    /** Returns an ellipse whose radii are shares of half the head's height. */
    private Shape oval(Point2D at, double rx, double ry) {
        return new Ellipse2D.Double(at.getX() - px(rx), at.getY() - px(ry), 2 * px(rx), 2 * px(ry));
    }

    private double px(double share) {
        return share * head.halfHeight() * 0.85;
    }
}
