package io.buyme.testkit.lookbook;

import java.util.List;

/** Skirts, from narrow to wide. */
final class Skirt implements Garment {

    @Override
    public void drape(Fitting fitting) {
        Cut cut = fitting.cut();
        Figure figure = fitting.figure();
        Strip skirt = fitting.cloth(figure.sections(cut.top(), cut.hem(), level -> ease(cut, level)));
        fitting.shadow(skirt.outline());
        double fullness = cut.flare() > 0.02 ? 0.85 : 0.4;
        fitting.paint(skirt, fitting.folds(fullness, 15, 1.4, 0.04));
        fitting.seam(skirt.hem(), 0.35);
        Section lower = figure.section(cut.top() + 0.018, cut.ease() + 0.001);
        fitting.paint(
                Strip.of(List.of(figure.section(cut.top(), cut.ease() + 0.001), lower)),
                fitting.design().material(Folds.NONE).scaled(0.9));
        fitting.seam(lower.line(), 0.5);
    }

    private static double ease(Cut cut, double level) {
        double down = (level - cut.top()) / (cut.hem() - cut.top());
        return cut.ease() + cut.flare() * down;
    }
}
