package io.buyme.embed;

import io.buyme.api.Attributes.ColorShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                        e.getKey(), e.getValue().rgb(), e.getValue().weight() / total))
                .filter(color -> color.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(ColorShare::share).reversed().thenComparing(ColorShare::name))
                .toList();
    }

    /** Counts the pixels by colour, to five bits a channel. */
    private static List<Cluster> histogram(Raster article) {
        Map<Integer, Cluster> cells = new HashMap<>();
        for (int i = 0; i < article.weight.length; i++) {
            if (article.weight[i] > 0) {
                Cluster pixel = Cluster.of(article, i);
                cells.merge(article.rgb[i] & 0xF8F8F8, pixel, Cluster::plus);
            }
        }
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** k-means; the first centres are the heaviest colour and then those that are heavy and far from the chosen. */
    private static List<Cluster> cluster(List<Cluster> cells) {
        List<Cluster> centers = new ArrayList<>();
        double[] nearest = new double[cells.size()];
        java.util.Arrays.fill(nearest, 1);
        while (centers.size() < CLUSTERS) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < nearest.length; i++) {
                double gain = cells.get(i).weight() * nearest[i];
                if (gain > most) {
                    most = gain;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            centers.add(cells.get(best));
            for (int i = 0; i < nearest.length; i++) {
                double distance = cells.get(i).distance(cells.get(best));
                nearest[i] = centers.size() == 1 ? distance * distance : Math.min(nearest[i], distance * distance);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            centers = assign(cells, centers);
        }
        return centers;
    }

    private static List<Cluster> assign(List<Cluster> cells, List<Cluster> centers) {
        Map<Integer, Cluster> sums = new HashMap<>();
        for (Cluster cell : cells) {
            int best = 0;
            for (int i = 1; i < centers.size(); i++) {
                best = cell.distance(centers.get(i)) < cell.distance(centers.get(best)) ? i : best;
            }
            sums.merge(best, cell, Cluster::plus);
        }
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
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

    /** Pixels of like colour: their weight, and the weighted sums of their colours. */
    private record Cluster(double weight, double l, double a, double b, double red, double green, double blue) {

        static Cluster of(Raster article, int i) {
            double w = article.weight[i];
            int rgb = article.rgb[i];
            return new Cluster(
                    w,
                    w * article.lightness[i],
                    w * article.a[i],
                    w * article.b[i],
                    w * ((rgb >> 16) & 0xFF),
                    w * ((rgb >> 8) & 0xFF),
                    w * (rgb & 0xFF));
        }

        Cluster plus(Cluster o) {
            return new Cluster(
                    weight + o.weight, l + o.l, a + o.a, b + o.b, red + o.red, green + o.green, blue + o.blue);
        }

        LabColor lab() {
            return new LabColor(l / weight, a / weight, b / weight);
        }

        int rgb() {
            int r = (int) Math.round(red / weight);
            int g = (int) Math.round(green / weight);
            int b = (int) Math.round(blue / weight);
            return (r << 16) | (g << 8) | b;
        }

        double distance(Cluster o) {
            double dl = LIGHTNESS_WEIGHT * (l / weight - o.l / o.weight);
            double da = a / weight - o.a / o.weight;
            double db = b / weight - o.b / o.weight;
            return Math.sqrt(dl * dl + da * da + db * db);
        }
    }
}
