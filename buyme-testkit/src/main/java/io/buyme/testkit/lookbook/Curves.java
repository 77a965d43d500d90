package io.buyme.testkit.lookbook;

import java.awt.geom.Path2D;
import java.util.List;

/** Closed curves from few points. */
final class Curves {

    private Curves() {}

    /** Returns a polygon with round corners: it touches its edges at a quarter and at three quarters of their length. */
    static Path2D rounded(List<Double> xy) {
        int corners = xy.size() / 2;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double x = xy.get(2 * i);
            double y = xy.get(2 * i + 1);
            int next = (i + 1) % corners;
            int previous = (i + corners - 1) % corners;
            double fromX = x + (xy.get(2 * previous) - x) * 0.3;
            double fromY = y + (xy.get(2 * previous + 1) - y) * 0.3;
            double toX = x + (xy.get(2 * next) - x) * 0.3;
            double toY = y + (xy.get(2 * next + 1) - y) * 0.3;
            if (i == 0) {
                path.moveTo(fromX, fromY);
            } else {
                path.lineTo(fromX, fromY);
            }
            path.quadTo(x, y, toX, toY);
        }
        path.closePath();
        return path;
    }
}
