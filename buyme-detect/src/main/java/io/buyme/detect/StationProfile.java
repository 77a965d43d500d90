package io.buyme.detect;

import io.buyme.api.LabColor;

/** The mean color of trunk and legs at each station, from the neck down; arms, hands and head stay out of it. */
final class StationProfile {

    /** Where the profile starts: below collars, hair and necklines. */
    static final double START = -0.8;

    private static final double END = 2.5;
    private static final int BINS_PER_STATION = 20;
    private static final int MIN_CELLS = 4;

    /** Sums over the bins before the index: weight, lightness, a, b, the square of all three, skin. */
    private final double[][] sums;

    private StationProfile(double[][] sums) {
        this.sums = sums;
    }

    static StationProfile of(Body body) {
        double[][] cells = new double[bin(END)][5];
        for (int cell = 0; cell < body.grid().size(); cell++) {
            BodyPart part = body.map().part(cell);
            LabColor color = body.raster().color(cell);
            boolean trunk = part == BodyPart.TORSO || part == BodyPart.LEG || part == BodyPart.FOOT;
            int bin = (int) Math.floor((body.map().station(cell) - START) * BINS_PER_STATION);
            if (trunk && color != null && bin >= 0 && bin < cells.length) {
                cells[bin][0]++;
                cells[bin][1] += color.l();
                cells[bin][2] += color.a();
                cells[bin][3] += color.b();
                cells[bin][4] += body.isSkin(cell) ? 1 : 0;
            }
        }
        return new StationProfile(accumulate(cells));
    }

    /** Returns the share of skin between two stations. */
    double skin(double from, double to) {
        double[] low = sums[bin(from)];
        double[] high = sums[bin(to)];
        double weight = high[0] - low[0];
        return weight == 0 ? 0 : (high[5] - low[5]) / weight;
    }

    /** Returns the sum over the stations from one to another of the squared distances to their mean color. */
    double scatter(double from, double to) {
        double[] low = sums[bin(from)];
        double[] high = sums[bin(to)];
        double weight = high[0] - low[0];
        if (weight == 0) {
            return 0;
        }
        double mean = 0;
        for (int i = 1; i <= 3; i++) {
            mean += (high[i] - low[i]) * (high[i] - low[i]) / weight;
        }
        return Math.max(0, high[4] - low[4] - mean);
    }

    /** Returns the distance between the mean colors of two ranges of stations; 0 if one of them is empty. */
    double contrast(double from, double middle, double to) {
        double[] low = sums[bin(from)];
        double[] mid = sums[bin(middle)];
        double[] high = sums[bin(to)];
        double above = mid[0] - low[0];
        double below = high[0] - mid[0];
        if (above == 0 || below == 0) {
            return 0;
        }
        double squares = 0;
        for (int i = 1; i <= 3; i++) {
            double difference = (mid[i] - low[i]) / above - (high[i] - mid[i]) / below;
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static int bin(double station) {
        return (int) Math.round((Math.min(END, Math.max(START, station)) - START) * BINS_PER_STATION);
    }

    private static double[][] accumulate(double[][] cells) {
        double[][] sums = new double[cells.length + 1][6];
        for (int i = 0; i < cells.length; i++) {
            sums[i + 1] = sums[i].clone();
            double count = cells[i][0];
            if (count >= MIN_CELLS) {
                double l = cells[i][1] / count;
                double a = cells[i][2] / count;
                double b = cells[i][3] / count;
                sums[i + 1][0]++;
                sums[i + 1][1] += l;
                sums[i + 1][2] += a;
                sums[i + 1][3] += b;
                sums[i + 1][4] += l * l + a * a + b * b;
                sums[i + 1][5] += cells[i][4] / count;
            }
        }
        return sums;
    }
}
