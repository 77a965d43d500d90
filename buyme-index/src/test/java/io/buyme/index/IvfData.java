package io.buyme.index;

import io.buyme.api.spi.Options;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What tests of lists have in common. */
final class IvfData {

    private IvfData() {}

    /** Returns options for lists of a few hundred entries, and these. */
    static Options options(String... keysAndValues) {
        Map<String, String> options = new HashMap<>(Map.of("exactBelow", "100"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            options.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Options.of(options);
    }

    /** Returns points about centers that are far apart, those of a center one after the other. */
    static float[][] blobs(int centers, int each, int dimension, double spread, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[centers * each][dimension];
        for (int center = 0; center < centers; center++) {
            double[] middle = random.doubles(dimension, -100, 100).toArray();
            for (int i = 0; i < each; i++) {
                for (int j = 0; j < dimension; j++) {
                    points[center * each + i][j] = (float) (middle[j] + spread * random.nextGaussian());
                }
            }
        }
        return points;
    }
}
