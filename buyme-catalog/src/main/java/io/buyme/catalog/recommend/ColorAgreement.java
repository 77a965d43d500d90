package io.buyme.catalog.recommend;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.LabColor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far apart the dominant colours of two pictures are. The shares of one side are moved to those of the other, nearest
 * colours first: the earth mover's distance of Rubner, Tomasi and Guibas (IJCV 40(2), 2000) by a greedy plan, which for
 * the two to five colours of a garment is hardly ever dearer than the best one.
 */
final class ColorAgreement {

    /** CIEDE2000 difference from which on two colours are called different. */
    private static final double OTHER_COLOR = 20;

    private ColorAgreement() {}

    /** Returns 1 for equal colours, 0 for a mean difference of 20, down to -1; 0 if one side has no colours. */
    static double of(List<ColorShare> seen, List<ColorShare> offered) {
        double left = total(seen);
        double right = total(offered);
        if (left <= 0 || right <= 0) {
            return 0;
        }
        return Math.max(-1, 1 - difference(seen, left, offered, right) / OTHER_COLOR);
    }

    private static double difference(List<ColorShare> seen, double left, List<ColorShare> offered, double right) {
        double[] supply = seen.stream().mapToDouble(c -> c.share() / left).toArray();
        double[] demand = offered.stream().mapToDouble(c -> c.share() / right).toArray();
        double cost = 0;
        for (Way way : ways(seen, offered)) {
            double moved = Math.min(supply[way.from], demand[way.to]);
            supply[way.from] -= moved;
            demand[way.to] -= moved;
            cost += moved * way.difference;
        }
        return cost;
    }

    private static List<Way> ways(List<ColorShare> seen, List<ColorShare> offered) {
        List<LabColor> targets =
                offered.stream().map(color -> LabColor.ofRgb(color.rgb())).toList();
        List<Way> ways = new ArrayList<>();
        for (int from = 0; from < seen.size(); from++) {
            LabColor color = LabColor.ofRgb(seen.get(from).rgb());
            for (int to = 0; to < targets.size(); to++) {
                ways.add(new Way(from, to, color.difference(targets.get(to))));
            }
        }
        ways.sort(Comparator.comparingDouble(Way::difference));
        return ways;
    }

    private static double total(List<ColorShare> colors) {
        return colors.stream().mapToDouble(ColorShare::share).sum();
    }

    private record Way(int from, int to, double difference) {}
}
