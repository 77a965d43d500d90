package io.buyme.detect.cam;

import io.buyme.api.Box;
import io.buyme.onnx.Tensor;
import java.util.List;

/** What the network said of each window, put together. Immutable. */
final class Activations {

    private final HeatGrid grid;
    private final List<Windows.Scale> scales;
    private final Tensor tags;
    private final Tensor maps;
    private final float[] values;

    Activations(HeatGrid grid, List<Windows.Scale> scales, Tensor tags, Tensor maps) {
        this.grid = grid;
        this.scales = List.copyOf(scales);
        this.tags = tags;
        this.maps = maps;
        this.values = maps.toArray();
    }

    /** Returns the logit of a category in the window over the whole region. */
    double logit(int category) {
        return tags.values().get(category);
    }

    /**
     * Returns the heat of a category: at each place the activations, averaged over the windows of a size that show it,
     * summed over the sizes, above those of the coldest place. Activations as such say little: those of a rare category
     * are negative even where the article is, as most photos of the network's training did not show it.
     */
    HeatMap heat(int category) {
        float[] sum = new float[grid.size()];
        int first = 0;
        for (Windows.Scale scale : scales) {
            addScale(scale.windows(), first, category, sum);
            first += scale.windows().size();
        }
        return HeatMap.above(grid, sum);
    }

    private void addScale(List<Box> windows, int first, int category, float[] sum) {
        for (int cell = 0; cell < sum.length; cell++) {
            double x = grid.centerX(cell);
            double y = grid.centerY(cell);
            double heat = 0;
            int count = 0;
            for (int i = 0; i < windows.size(); i++) {
                Box window = windows.get(i);
                if (window.contains(x, y)) {
                    double u = (x - window.x()) / window.width();
                    double v = (y - window.y()) / window.height();
                    heat += at(first + i, category, u, v);
                    count++;
                }
            }
            sum[cell] += count == 0 ? 0 : (float) (heat / count);
        }
    }

    /** Mixes the four cells of a map around a place; beyond the middle of the outer cells goes on what is there. */
    private double at(int window, int category, double u, double v) {
        int rows = maps.size(2);
        int columns = maps.size(3);
        double x = Math.min(columns - 1.0, Math.max(0, u * columns - 0.5));
        double y = Math.min(rows - 1.0, Math.max(0, v * rows - 0.5));
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(columns - 1, left + 1);
        int bottom = Math.min(rows - 1, top + 1);
        int from = (window * maps.size(1) + category) * rows * columns;
        double upper = mix(values[from + top * columns + left], values[from + top * columns + right], x - left);
        double lower = mix(values[from + bottom * columns + left], values[from + bottom * columns + right], x - left);
        return mix(upper, lower, y - top);
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }
}
