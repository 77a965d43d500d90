package io.buyme.detect;

import io.buyme.api.LabColor;
import io.buyme.detect.Skeleton.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The person's skin color, from the middle of the face, where neither hair nor sunglasses hide it. */
final class SkinColor {

    private static final int MIN_SAMPLES = 6;
    /** Skin of one person differs by about this much in hue and chroma between face and legs (CIELAB). */
    private static final double CHROMA_TOLERANCE = 11;

    private static final double LIGHTNESS_TOLERANCE = 26;

    private final LabColor mean;

    private SkinColor(LabColor mean) {
        this.mean = mean;
    }

    /** Returns the skin color, if the face is in sight and has a color that skin can have. */
    static Optional<SkinColor> of(PersonRaster person, Skeleton skeleton) {
        Optional<Point> nose = skeleton.point("nose");
        Optional<Point> left = skeleton.point("mouth_left").or(() -> skeleton.point("left_ear"));
        Optional<Point> right = skeleton.point("mouth_right").or(() -> skeleton.point("right_ear"));
        if (nose.isEmpty() || left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        List<LabColor> samples = new ArrayList<>();
        for (double across = -0.2; across <= 1.2; across += 0.1) {
            Point low = left.get().towards(right.get(), across);
            for (double up = 0; up <= 1; up += 0.2) {
                Point p = low.towards(nose.get(), up);
                int cell = person.grid().cellAt((int) p.x(), (int) p.y());
                LabColor color = cell < 0 ? null : person.color(cell);
                if (color != null) {
                    samples.add(color);
                }
            }
        }
        return samples.size() < MIN_SAMPLES ? Optional.empty() : plausible(median(samples));
    }

    /** Tells whether a color could be this person's skin, in somewhat more or less light. */
    boolean matches(LabColor color) {
        return Math.abs(color.l() - mean.l()) < LIGHTNESS_TOLERANCE
                && Math.hypot(color.a() - mean.a(), color.b() - mean.b()) < CHROMA_TOLERANCE;
    }

    private static Optional<SkinColor> plausible(LabColor color) {
        boolean warm = color.a() > 2 && color.b() > 2 && color.b() < 4 * color.a();
        return warm && color.l() > 12 ? Optional.of(new SkinColor(color)) : Optional.empty();
    }

    private static LabColor median(List<LabColor> colors) {
        return new LabColor(median(colors, LabColor::l), median(colors, LabColor::a), median(colors, LabColor::b));
    }

    private static double median(List<LabColor> colors, ToDoubleFunction<LabColor> component) {
        return colors.stream().mapToDouble(component).sorted().toArray()[colors.size() / 2];
    }
}
