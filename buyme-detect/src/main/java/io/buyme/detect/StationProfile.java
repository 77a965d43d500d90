package io.buyme.detect;

/** The mean color of trunk and legs at each station, from the neck down; arms, hands and head stay out of it. */
final class StationProfile {

    /** Where the profile starts: below collars, hair and necklines. */
    static final double START = -0.8;

    private static final double END = 2.5;
    private static final int BINS_PER_STATION = 20;
    private static final int MIN_CELLS = 4;

    /** Sums over the bins before the index: weight, lightness, a, b, and the square of all three. */
    private final double[][] sums;

    private StationProfile(double[][] sums) {
        this.sums = sums;
    }

    static StationProfile of(PersonRaster person, BodyMap body) {
        int bins = bin(END);
        double[][] cells = new double[bins][4];
        for (int cell = 0; cell < person.grid().size(); cell++) {
            BodyPart part = body.part(cell);
            Lab color = person.color(cell);
            boolean trunk = part == BodyPart.TORSO || part == BodyPart.LEG || part == BodyPart.FOOT;
            if (trunk && color != null && body.station(cell) >= START && body.station(cell) < END) {
                double[] sum = cells[Math.min(bins - 1, (int) ((body.station(cell) - START) * BINS_PER_STATION))];
                sum[0]++;
                sum[1] += color.l();
                sum[2] += color.a();
                sum[3] += color.b();
            }
        }
        return new StationProfile(accumulate(cells));
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
        double[][] sums = new double[cells.length + 1][5];
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
            }
        }
        return sums;
    }
}
