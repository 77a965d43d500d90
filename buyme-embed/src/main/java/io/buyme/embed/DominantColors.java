package io.buyme.embed;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.LabColor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The few colours that an article mainly has: clusters of its pixels in CIELAB, in which lightness counts half, so that
 * the folds of a cloth do not come out as colours of their own.
 */
final class DominantColors {

    private static final int CLUSTERS = 8;
    private static final int ROUNDS = 8;
    private static final double LIGHTNESS_WEIGHT = 0.5;
    private static final double SAME_COLOR = 13;
    private static final double LEAST_SHARE = 0.05;

    private DominantColors() {}

    /** Returns the colours, largest share first, no two of the same name; the shares add up to 1 at most. */
    static List<ColorShare> of(Raster article) {
        List<Cluster> colors = merge(cluster(histogram(article)));
        double total = colors.stream().mapToDouble(Cluster::weight).sum();
        Map<String, Cluster> byName = new LinkedHashMap<>();
        for (Cluster color : colors) {
            byName.merge(Palette.nameOf(color.lab()), color, Cluster::plus);
        }
        return byName.entrySet().stream()
                .map(e -> new ColorShare(
                        e.getKey(), e.getValue().lab().toRgb(), e.getValue().weight() / total))
                .filter(color -> color.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(ColorShare::share).reversed().thenComparing(ColorShare::name))
                .toList();
    }

    /** Counts the pixels by colour, to five bits a channel. */
    private static List<Cluster> histogram(Raster article) {
        double[][] sums = new double[1 << 15][];
        for (int i = 0; i < article.weight.length; i++) {
            double weight = article.weight[i];
            if (weight > 0) {
                int rgb = article.rgb[i];
                int cell = ((rgb >> 9) & 0x7C00) | ((rgb >> 6) & 0x3E0) | ((rgb >> 3) & 0x1F);
                sums[cell] = sums[cell] == null ? new double[4] : sums[cell];
                sums[cell][0] += weight;
                sums[cell][1] += weight * article.lightness[i];
                sums[cell][2] += weight * article.a[i];
                sums[cell][3] += weight * article.b[i];
            }
        }
        return Arrays.stream(sums)
                .filter(Objects::nonNull)
                .map(sum -> new Cluster(sum[0], sum[1] / sum[0], sum[2] / sum[0], sum[3] / sum[0]))
                .toList();
    }

    /** k-means; the first centres are the heaviest colour and then those that are heavy and far from the chosen. */
    private static List<Cluster> cluster(List<Cluster> cells) {
        List<Cluster> centers = new ArrayList<>();
        double[] gain = cells.stream().mapToDouble(Cluster::weight).toArray();
        for (int best = largest(gain); gain[best] > 0 && centers.size() < CLUSTERS; best = largest(gain)) {
            Cluster center = cells.get(best);
            for (int i = 0; i < gain.length; i++) {
                double distance = cells.get(i).distance(center);
                double farthest = cells.get(i).weight() * distance * distance;
                gain[i] = centers.isEmpty() ? farthest : Math.min(gain[i], farthest);
            }
            centers.add(center);
        }
        for (int round = 0; round < ROUNDS; round++) {
            centers = assign(cells, centers);
        }
        return centers;
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static List<Cluster> assign(List<Cluster> cells, List<Cluster> centers) {
        @Nullable Cluster[] sums = new Cluster[centers.size()];
        for (Cluster cell : cells) {
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < sums.length; i++) {
                double distance = cell.distance(centers.get(i));
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            Cluster sum = sums[best];
            sums[best] = sum == null ? cell : sum.plus(cell);
        }
        return Arrays.stream(sums).filter(Objects::nonNull).toList();
    }

    private static List<Cluster> merge(List<Cluster> clusters) {
        List<Cluster> left = new ArrayList<>(clusters);
        while (true) {
            int first = -1;
            int second = -1;
            double least = SAME_COLOR;
            for (int i = 0; i < left.size(); i++) {
                for (int j = i + 1; j < left.size(); j++) {
                    double distance = left.get(i).distance(left.get(j));
                    if (distance < least) {
                        least = distance;
                        first = i;
                        second = j;
                    }
                }
            }
            if (first < 0) {
                return left;
            }
            left.set(first, left.get(first).plus(left.remove(second)));
        }
    }

    /** Pixels of like colour: their weight, and their mean colour. */
    private record Cluster(double weight, double l, double a, double b) {

        Cluster plus(Cluster o) {
            double sum = weight + o.weight;
            double share = o.weight / sum;
            return new Cluster(sum, l + share * (o.l - l), a + share * (o.a - a), b + share * (o.b - b));
        }

        LabColor lab() {
            return new LabColor(l, a, b);
        }

        double distance(Cluster o) {
            double dl = LIGHTNESS_WEIGHT * (l - o.l);
            double da = a - o.a;
            double db = b - o.b;
            return Math.sqrt(dl * dl + da * da + db * db);
        }
    }
}
