package io.buyme.detect.cam;

import io.buyme.api.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Square windows over a region: one over all of it, then smaller ones that overlap by at least half, evenly spaced from
 * edge to edge. Where the region is narrower than a window, the window is centred on it and shows what is beside it.
 */
final class Windows {

    /** How many windows of a size lie side by side along the longer side of the region. */
    private static final List<Integer> DIVISIONS = List.of(1, 2, 3);

    private Windows() {}

    /**
     * Windows of one size.
     *
     * @param windows in photo pixels, from left to right and top to bottom
     */
    record Scale(List<Box> windows) {

        Scale {
            windows = List.copyOf(windows);
        }
    }

    /** Returns the windows over a region, largest first. */
    static List<Scale> over(Box region) {
        List<Scale> scales = new ArrayList<>();
        double longest = Math.max(region.width(), region.height());
        for (int division : DIVISIONS) {
            double side = longest / division;
            List<Box> windows = new ArrayList<>();
            for (double y : starts(region.y(), region.height(), side)) {
                for (double x : starts(region.x(), region.width(), side)) {
                    windows.add(new Box(x, y, side, side));
                }
            }
            scales.add(new Scale(windows));
        }
        return scales;
    }

    private static List<Double> starts(double from, double length, double side) {
        double spare = length - side;
        if (spare <= 0) {
            return List.of(from + spare / 2);
        }
        int steps = (int) Math.ceil(spare / (side / 2) - 1e-9);
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add(from + spare * i / steps);
        }
        return starts;
    }
}
