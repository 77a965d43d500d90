package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Section.Range;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of cloth or skin: a ribbon of cuts from top to bottom, which carries its own coordinates so that patterns and
 * folds follow the body. The outline may be narrower than the ribbon, such as where a neckline is cut out.
 *
 * @param sections two or more, top to bottom
 * @param outline what is really drawn
 */
record Strip(List<Section> sections, Shape outline) {

    Strip {
        sections = List.copyOf(sections);
    }

    static Strip of(List<Section> sections) {
        return ending(sections, 0);
    }

    /** Returns a strip whose end curves as a ring around a body does, seen from above. */
    static Strip hanging(List<Section> sections) {
        return ending(sections, 0.16);
    }

    private static Strip ending(List<Section> sections, double bulge) {
        Section end = sections.get(sections.size() - 1);
        Section beyond = sections.get(sections.size() - 2).continued(end, bulge * end.width());
        Path2D path = new Path2D.Double();
        Point2D start = sections.get(0).left();
        path.moveTo(start.getX(), start.getY());
        for (Section section : sections) {
            path.lineTo(section.left().getX(), section.left().getY());
        }
        Point2D lowest = beyond.center();
        path.quadTo(
                lowest.getX(), lowest.getY(), end.right().getX(), end.right().getY());
        for (int i = sections.size() - 1; i >= 0; i--) {
            Point2D right = sections.get(i).right();
            path.lineTo(right.getX(), right.getY());
        }
        path.closePath();
        List<Section> all = new ArrayList<>(sections);
        all.add(beyond);
        return new Strip(all, path);
    }

    /** Returns a line across the strip near its end, such as the seam of a hem. */
    Shape hem() {
        Section above = sections.get(sections.size() - 3);
        Section end = sections.get(sections.size() - 2);
        Point2D lowest =
                above.continued(end, last().center().distance(end.center())).center();
        double up = 0.7;
        Path2D path = new Path2D.Double();
        path.moveTo(
                mix(end.left(), above.left(), up).getX(),
                mix(end.left(), above.left(), up).getY());
        Point2D right = mix(end.right(), above.right(), up);
        Point2D middle = mix(lowest, above.center(), up * 0.5);
        path.quadTo(middle.getX(), middle.getY(), right.getX(), right.getY());
        return path;
    }

    private static Point2D mix(Point2D a, Point2D b, double t) {
        return new Point2D.Double(a.getX() + (b.getX() - a.getX()) * t, a.getY() + (b.getY() - a.getY()) * t);
    }

    /** Returns a strip over a shape, upright, rounded from left to right. */
    static Strip over(Shape shape, double unit) {
        Rectangle2D box = shape.getBounds2D();
        Range across = Range.around(0, box.getWidth() / 2 / unit);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i <= 1; i++) {
            double y = box.getY() + i * box.getHeight();
            sections.add(new Section(
                    new Point2D.Double(box.getX(), y),
                    new Point2D.Double(box.getMaxX(), y),
                    i * box.getHeight() / unit,
                    across,
                    Range.ROUND));
        }
        return new Strip(sections, shape);
    }

    Strip without(Shape hole) {
        Area rest = new Area(outline);
        rest.subtract(new Area(hole));
        return new Strip(sections, rest);
    }

    Strip within(Shape window) {
        Area common = new Area(outline);
        common.intersect(new Area(window));
        return new Strip(sections, common);
    }

    Section last() {
        return sections.get(sections.size() - 1);
    }
}
