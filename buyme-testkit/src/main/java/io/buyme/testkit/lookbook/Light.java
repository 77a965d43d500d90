package io.buyme.testkit.lookbook;

/**
 * Where the light comes from and how hard it is.
 *
 * @param fromLeft strength from the left; negative from the right
 * @param fromFront strength from the camera
 * @param ambient what reaches every side
 * @param roundness how much of a surface's turn is seen: 1 on a body, less on a table
 * @param red gain of the red channel: the tint of the light
 * @param blue gain of the blue channel
 */
record Light(double fromLeft, double fromFront, double ambient, double roundness, double red, double blue) {

    /** Soft light over a table, for flat-lays. */
    static final Light TABLE = new Light(0.26, 0.5, 0.54, 0.42, 1, 1);

    static Light onBody(Dice dice) {
        double warmth = dice.between(-0.035, 0.045);
        double exposure = dice.between(0.97, 1.03);
        return new Light(
                dice.sign() * dice.between(0.16, 0.3), 0.52 * exposure, 0.46 * exposure, 1, 1 + warmth, 1 - warmth);
    }

    /** Returns the brightness of a surface that turns by that much, about 0.3 to 1.1. */
    double shade(double turn) {
        double t = Math.max(-1, Math.min(1, turn * roundness));
        return ambient + fromFront * Math.sqrt(1 - 0.92 * t * t) - fromLeft * t;
    }
}
