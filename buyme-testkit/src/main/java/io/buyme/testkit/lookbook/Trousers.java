package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Section.Range;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Pants and shorts: two legs that meet at the crotch, and a waistband. */
final class Trousers implements Garment {

    private static final double CROTCH = 0.535;
    private static final int SEAT_CUTS = 8;

    @Override
    public void drape(Fitting fitting) {
        for (Side side : fitting.figure().farToNear()) {
            Strip leg = leg(fitting, side);
            fitting.shadow(leg.outline());
            fitting.paint(leg, fitting.folds(0.55, 9, 7, side.sign() * 0.25));
            fitting.seam(leg.hem(), 0.45);
        }
        waistband(fitting);
        fly(fitting);
    }

    private static Strip leg(Fitting fitting, Side side) {
        Figure figure = fitting.figure();
        Cut cut = fitting.cut();
        Limb limb = figure.leg(side);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i <= SEAT_CUTS; i++) {
            double level = cut.top() + (CROTCH - 0.02 - cut.top()) * i / SEAT_CUTS;
            sections.add(half(figure, side, figure.section(Math.min(level, CROTCH), cut.ease()), level));
        }
        double along = CROTCH - 0.02 - Skeleton.NECK_LEVEL;
        Range seat = sections.get(SEAT_CUTS).across();
        double middle = (seat.from() + seat.to()) / 2;
        for (Section section : limb.sections(0.2, cut.reach(), q -> width(fitting, limb, q), along)) {
            sections.add(section.across(middle));
        }
        return fitting.cloth(sections);
    }

    /** The half of a cut through the seat that belongs to one leg; in profile, all of it. */
    private static Section half(Figure figure, Side side, Section whole, double level) {
        double share = 0.5 + 0.5 * figure.sideways();
        boolean atRight = side.sign() * figure.camera().cos() >= 0;
        Range turn = whole.turn();
        Range across = whole.across();
        double middle = across.from() + (across.to() - across.from()) * (atRight ? 1 - share : share);
        double middleTurn = atRight ? 1 - 2 * share : 2 * share - 1;
        // Round like the seat above, like the leg below.
        double blend = Math.max(0, (level - 0.44) / (CROTCH - 0.44));
        double inner = middleTurn + ((atRight ? -1 : 1) - middleTurn) * 0.8 * blend * blend;
        return atRight
                ? new Section(
                        whole.point(1 - share),
                        whole.right(),
                        whole.along(),
                        new Range(middle, across.to()),
                        new Range(inner, turn.to()))
                : new Section(
                        whole.left(),
                        whole.point(share),
                        whole.along(),
                        new Range(across.from(), middle),
                        new Range(turn.from(), inner));
    }

    private static double width(Fitting fitting, Limb leg, double q) {
        Cut cut = fitting.cut();
        double ease = cut.limbEase() + cut.limbFlare() * Math.max(0, (q - 0.8) / Math.max(0.4, cut.reach() - 0.8));
        double below = Math.min(1, Math.max(0, (q - 0.2) / 0.6));
        double flat = fitting.worn() ? 1 : 1 + 0.12 * below;
        return flat * (leg.radius(q) + ease * (0.35 + 0.65 * below) * leg.unit());
    }

    private static void waistband(Fitting fitting) {
        Cut cut = fitting.cut();
        Figure figure = fitting.figure();
        Section lower = figure.section(cut.top() + 0.02, cut.ease() + 0.001);
        Strip band = Strip.of(List.of(figure.section(cut.top(), cut.ease() + 0.001), lower));
        fitting.paint(band, fitting.design().material(Folds.NONE).scaled(0.92));
        fitting.seam(lower.line(), 0.5);
    }

    private static void fly(Fitting fitting) {
        if (fitting.figure().fromBehind()) {
            return;
        }
        Figure figure = fitting.figure();
        double top = fitting.cut().top() + 0.02;
        Path2D seams = new Path2D.Double();
        move(seams, figure.onSurface(top, 0));
        line(seams, figure.onSurface(CROTCH, 0));
        for (Side side : Side.values()) {
            move(seams, figure.onSurface(top, side.sign() * 0.042));
            line(seams, figure.onSurface(top + 0.045, side.sign() * 0.083));
        }
        fitting.seam(seams, 0.4);
    }

    private static void move(Path2D path, Point2D to) {
        path.moveTo(to.getX(), to.getY());
    }

    private static void line(Path2D path, Point2D to) {
        path.lineTo(to.getX(), to.getY());
    }
}
