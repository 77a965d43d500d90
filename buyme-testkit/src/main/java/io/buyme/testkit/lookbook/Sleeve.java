package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Section.Range;
import java.util.ArrayList;
import java.util.List;

/** Sleeves of tops, dresses and coats. */
final class Sleeve {

    /** How far above the shoulder joint a sleeve begins, as a share of the upper arm. */
    private static final double CAP = 0.03;

    /** Where along the upper arm the rounding of the shoulder ends. */
    private static final double ROUNDED = 0.3;

    private Sleeve() {}

    static void draw(Fitting fitting, Side side) {
        Cut cut = fitting.cut();
        if (cut.reach() <= 0) {
            return;
        }
        Limb arm = fitting.figure().arm(side);
        List<Section> sections = arm.sections(-CAP, cut.reach(), q -> width(fitting, arm, q), 0.004);
        Strip strip = fitting.cloth(joined(sections, arm));
        if (fitting.worn()) {
            fitting.shadow(Strip.of(arm.sections(0.4, cut.reach(), q -> width(fitting, arm, q), 0))
                    .outline());
        }
        fitting.paint(strip, fitting.folds(0.6, 15, 13, side.sign() * 0.6));
        cuff(fitting, arm);
        fitting.seam(strip.hem(), 0.45);
    }

    /** Near the shoulder, the edge toward the trunk does not turn away: the cloth goes on there. */
    private static List<Section> joined(List<Section> sections, Limb arm) {
        double middle = sections.get(sections.size() - 1).along() * 0.45;
        boolean bodyAtLeft = arm.middle().getX() >= arm.root().getX();
        List<Section> joined = new ArrayList<>();
        for (Section section : sections) {
            double apart = Math.min(1, section.along() / Math.max(0.03, middle));
            double inner = 0.25 + 0.75 * apart;
            Range turn = section.turn();
            joined.add(section.turned(
                    bodyAtLeft
                            ? new Range(turn.from() * inner, turn.to())
                            : new Range(turn.from(), turn.to() * inner)));
        }
        return joined;
    }

    private static double width(Fitting fitting, Limb arm, double q) {
        Cut cut = fitting.cut();
        double rise = Math.min(1, (q + CAP) / (ROUNDED + CAP));
        double cap = Math.sqrt(1 - 0.97 * (1 - rise) * (1 - rise));
        double ease = cut.limbEase() + cut.limbFlare() * Math.max(0, q) / cut.reach();
        double flat = fitting.worn() ? 1 : cut.reach() < 1 ? 1.25 : 1.14;
        return cap * flat * (arm.radius(Math.max(0, q)) + ease * arm.unit());
    }

    private static void cuff(Fitting fitting, Limb arm) {
        Cut cut = fitting.cut();
        boolean ribbed = fitting.design().kind() == Kind.SWEATER;
        boolean buttoned = fitting.design().kind() == Kind.SHIRT && cut.reach() > 1.5;
        if (!ribbed && !buttoned) {
            return;
        }
        double from = cut.reach() - 0.2;
        Strip strip = Strip.of(arm.sections(from, cut.reach(), q -> width(fitting, arm, q) * (ribbed ? 0.9 : 1.02), 0));
        fitting.paint(strip, fitting.design().material(Folds.NONE).scaled(0.93));
        fitting.seam(strip.sections().get(0).line(), 0.45);
    }
}
