package io.buyme.testkit.lookbook;

import java.awt.geom.Path2D;

/** Sleeves of tops, dresses and coats. */
final class Sleeve {

    /** How far above the shoulder joint a sleeve begins, as a share of the upper arm. */
    private static final double CAP = 0.09;

    /** Where along the upper arm the rounding of the shoulder ends. */
    private static final double ROUNDED = 0.26;

    private Sleeve() {}

    static void draw(Fitting fitting, Side side) {
        Cut cut = fitting.cut();
        if (cut.reach() <= 0) {
            return;
        }
        Limb arm = fitting.figure().arm(side);
        Strip strip = Strip.of(arm.sections(-CAP, cut.reach(), q -> width(fitting, arm, q), 0.004));
        if (fitting.worn()) {
            fitting.shadow(Strip.of(arm.sections(0.4, cut.reach(), q -> width(fitting, arm, q), 0))
                    .outline());
        }
        fitting.paint(strip, fitting.folds(0.3, 16, 17, side.sign() * 0.6));
        cuff(fitting, arm);
        Section end = strip.last();
        fitting.seam(line(end), 0.5);
    }

    private static double width(Fitting fitting, Limb arm, double q) {
        Cut cut = fitting.cut();
        double rise = Math.min(1, (q + CAP) / (ROUNDED + CAP));
        double cap = Math.sqrt(1 - 0.97 * (1 - rise) * (1 - rise));
        double ease = cut.limbEase() + cut.limbFlare() * Math.max(0, q) / cut.reach();
        double flat = fitting.worn() ? 1 : 1.16;
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
        fitting.seam(line(strip.sections().get(0)), 0.45);
    }

    private static Path2D line(Section section) {
        Path2D path = new Path2D.Double();
        path.moveTo(section.left().getX(), section.left().getY());
        path.lineTo(section.right().getX(), section.right().getY());
        return path;
    }
}
