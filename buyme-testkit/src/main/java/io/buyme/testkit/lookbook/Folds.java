package io.buyme.testkit.lookbook;

/**
 * How cloth falls: soft ridges that tilt its surface to the left and right.
 *
 * @param seed of this piece
 * @param depth how far the ridges tilt the surface, 0 for none
 * @param across ridges per body height, sideways
 * @param along ridges per body height, downwards; few for hanging cloth, many for bunched sleeves
 * @param slant sideways drift of a ridge per unit downwards
 */
record Folds(int seed, double depth, double across, double along, double slant) {

    static final Folds NONE = new Folds(0, 0, 1, 1, 0);

    double tilt(double x, double y) {
        if (depth == 0) {
            return 0;
        }
        double broad = Noise.smooth(seed, (x + slant * y) * across, y * along);
        double fine = Noise.smooth(seed + 1, (x - slant * y) * across * 2.1, y * along * 1.7);
        return depth * (0.7 * broad + 0.4 * fine);
    }
}
