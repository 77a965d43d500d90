package io.buyme.detect;

/**
 * Where one garment ends and the next begins, as stations (see {@link Bone}).
 *
 * @param waist between upper and lower garment
 * @param hem where the lower garment ends; the same as {@code shoes} if nothing shows between them
 * @param shoes where the foot wear begins
 * @param contrast CIELAB distance of the mean colors above and below the waist
 */
record Cuts(double waist, double hem, double shoes, double contrast) {

    private static final double STEP = 0.05;
    private static final double BOTTOM = 2.06;
    /** Colors of one garment vary by about this much from station to station (CIELAB). */
    private static final double SPREAD = 16;

    /** The usual places and how far garments stray from them, fitted on 204 street photos. */
    private static final double USUAL_WAIST = -0.18;

    private static final double WAIST_STRAYS = 0.24;
    private static final double USUAL_HEM = 0.8;
    private static final double HEM_STRAYS = 0.32;
    private static final double USUAL_SHOES = 2;
    private static final double SHOES_STRAY = 0.1;
    private static final double SHORTEST_LOWER = 0.45;

    /** Price of seeing legs between hem and shoes, so that a shadow makes none; stockings cost more than skin. */
    private static final double LEGS_PRICE = 6;

    private static final double STOCKINGS_PRICE = 12;

    /**
     * Returns the cuts that leave the least scatter of color within the garments, usual places preferred: a
     * segmentation of the body's length by least squares with priors, solved by trying all (about 5,000).
     */
    static Cuts of(StationProfile profile) {
        double least = Double.POSITIVE_INFINITY;
        Cuts best = new Cuts(0, USUAL_SHOES, USUAL_SHOES, 0);
        for (double waist = -0.5; waist <= 0.7; waist += STEP) {
            double upper = scatter(profile, StationProfile.START, waist) + stray(waist, USUAL_WAIST, WAIST_STRAYS);
            for (double hem = waist + SHORTEST_LOWER; hem <= BOTTOM; hem += STEP) {
                double garments = upper + scatter(profile, waist, hem);
                for (double shoes = Math.max(hem, 1.2); shoes <= BOTTOM; shoes += STEP) {
                    double cost = garments + legs(profile, hem, shoes) + feet(profile, shoes);
                    if (cost < least) {
                        least = cost;
                        best = new Cuts(waist, hem, shoes, 0);
                    }
                }
            }
        }
        double contrast = profile.contrast(StationProfile.START, best.waist, best.hem);
        return new Cuts(best.waist, best.hem, best.shoes, contrast);
    }

    private static double legs(StationProfile profile, double hem, double shoes) {
        if (shoes - hem < STEP / 2) {
            return 0;
        }
        return scatter(profile, hem, shoes)
                + LEGS_PRICE
                + STOCKINGS_PRICE * (1 - profile.skin(hem, shoes))
                + stray(hem, USUAL_HEM, HEM_STRAYS);
    }

    private static double feet(StationProfile profile, double shoes) {
        return scatter(profile, shoes, 2.3) + stray(shoes, USUAL_SHOES, SHOES_STRAY);
    }

    private static double scatter(StationProfile profile, double from, double to) {
        return profile.scatter(from, to) / (SPREAD * SPREAD);
    }

    private static double stray(double station, double usual, double deviation) {
        double distance = (station - usual) / deviation;
        return distance * distance;
    }
}
