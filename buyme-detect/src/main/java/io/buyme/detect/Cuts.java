package io.buyme.detect;

/**
 * Where one garment ends and the next begins, as stations (see {@link Bone}).
 *
 * @param waist between upper and lower garment
 * @param hem where the lower garment ends; the same as {@code shoes} if nothing shows between them
 * @param shoes where the foot wear begins
 * @param contrast CIELAB distance of the colors above and below the waist
 */
record Cuts(double waist, double hem, double shoes, double contrast) {

    private static final double STEP = 0.05;
    /** Colors of one garment vary by about this much from station to station (CIELAB). */
    private static final double SPREAD = 8;
    /** Price of bare or stockinged legs between hem and shoes, so that a shadow makes none. */
    private static final double LEGS_PRICE = 6;

    /**
     * Returns the cuts that leave the least scatter of color within the garments. The usual places weigh in: half of
     * all waists are within a quarter of a torso from the hip joints.
     */
    static Cuts of(StationProfile profile) {
        double best = Double.POSITIVE_INFINITY;
        double waist = 0;
        double hem = 2;
        double shoes = 2;
        for (double w = -0.5; w <= 0.7; w += STEP) {
            double upper = profile.scatter(StationProfile.START, w) / square(SPREAD) + square((w + 0.08) / 0.3);
            for (double s = 1.2; s <= 2.06; s += STEP) {
                double feet = profile.scatter(s, 2.3) / square(SPREAD) + square((s - 2) / 0.25);
                for (double h = w + 0.25; h <= s + STEP / 2; h += STEP) {
                    boolean legs = h < s - STEP / 2;
                    double lower = profile.scatter(w, h) / square(SPREAD);
                    double bare = legs ? profile.scatter(h, s) / square(SPREAD) + LEGS_PRICE : 0;
                    if (upper + lower + bare + feet < best) {
                        best = upper + lower + bare + feet;
                        waist = w;
                        hem = legs ? h : s;
                        shoes = s;
                    }
                }
            }
        }
        return new Cuts(waist, hem, shoes, profile.contrast(StationProfile.START, waist, hem));
    }

    private static double square(double value) {
        return value * value;
    }
}
