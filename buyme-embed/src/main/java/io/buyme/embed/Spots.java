package io.buyme.embed;

import io.buyme.embed.Regions.Region;
import java.util.List;

/** Looks for dots: many compact regions of like size in the rarer of the article's two main colours. */
final class Spots {

    private static final int ROUNDS = 6;
    private static final int ENOUGH = 8;
    private static final int LEAST_AREA = 4;

    private Spots() {}

    /** Returns which share of the rarer colour's area is in such regions, 0 to 1. */
    static double share(Raster article) {
        boolean[] rare = rarerColor(article);
        List<Region> regions = Regions.of(rare, article.width);
        double total = regions.stream().mapToInt(Region::area).sum();
        List<Region> compact = regions.stream()
                .filter(Spots::isCompact)
                .sorted((r, s) -> Integer.compare(r.area(), s.area()))
                .toList();
        if (compact.isEmpty()) {
            return 0;
        }
        int typical = compact.get(compact.size() / 2).area();
        List<Region> alike = compact.stream()
                .filter(region -> 2 * region.area() >= typical && region.area() <= 2 * typical)
                .toList();
        double share = alike.stream().mapToInt(Region::area).sum() / total;
        return share * Math.min(1, (double) alike.size() / ENOUGH);
    }

    private static boolean isCompact(Region region) {
        int shorter = Math.min(region.width(), region.height());
        int longer = Math.max(region.width(), region.height());
        return region.area() >= LEAST_AREA
                && longer <= 1.6 * shorter + 1
                && region.area() >= 0.6 * region.width() * region.height();
    }

    /** Parts the pixels into two colours (2-means), and returns those of the rarer one. */
    private static boolean[] rarerColor(Raster article) {
        double[] dark = {0, 0, 0};
        double[] light = {100, 0, 0};
        boolean[] isLight = new boolean[article.weight.length];
        int lightCount = 0;
        int count = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[2][4];
            for (int i = 0; i < isLight.length; i++) {
                if (article.inside(i)) {
                    isLight[i] = distance(article, i, light) < distance(article, i, dark);
                    add(sums[isLight[i] ? 1 : 0], article, i);
                }
            }
            move(dark, sums[0]);
            move(light, sums[1]);
            lightCount = (int) sums[1][3];
            count = lightCount + (int) sums[0][3];
        }
        boolean lightIsRare = 2 * lightCount < count;
        boolean[] rare = new boolean[isLight.length];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = article.inside(i) && isLight[i] == lightIsRare;
        }
        return rare;
    }

    private static double distance(Raster article, int i, double[] color) {
        double dl = article.lightness[i] - color[0];
        double da = article.a[i] - color[1];
        double db = article.b[i] - color[2];
        return dl * dl + da * da + db * db;
    }

    private static void add(double[] sum, Raster article, int i) {
        sum[0] += article.lightness[i];
        sum[1] += article.a[i];
        sum[2] += article.b[i];
        sum[3]++;
    }

    private static void move(double[] color, double[] sum) {
        for (int c = 0; sum[3] > 0 && c < 3; c++) {
            color[c] = sum[c] / sum[3];
        }
    }
}
