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
        Path2D path = new Path2D.Double();
        Point2D start = sections.get(0).left();
        path.moveTo(start.getX(), start.getY());
        for (Section section : sections) {
            path.lineTo(section.left().getX(), section.left().getY());
        }
        for (int i = sections.size() - 1; i >= 0; i--) {
            path.lineTo(sections.get(i).right().getX(), sections.get(i).right().getY());
        }
        path.closePath();
        return new Strip(sections, path);
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
