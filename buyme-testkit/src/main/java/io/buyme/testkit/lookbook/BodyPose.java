package io.buyme.testkit.lookbook;

/**
 * How a person stands or sits: directions of the limbs and turns of the body.
 *
 * @param yaw turn of the body to its left, in degrees; 0 faces the camera, 180 shows the back
 * @param headYaw turn of the head, in degrees, against the camera as well
 * @param lean tilt of the spine to the side, in degrees
 * @param shoulderTilt of the shoulders against the spine, in degrees
 * @param arms by side
 * @param legs by side
 * @param seated whether the person sits
 */
record BodyPose(
        double yaw,
        double headYaw,
        double lean,
        double shoulderTilt,
        Sides<Limbs> arms,
        Sides<Limbs> legs,
        boolean seated) {

    /** Directions of an arm or a leg: of its upper and of its lower part, as unit vectors, the left side's way round. */
    record Limbs(Vec upper, Vec lower, boolean handHidden) {

        Limbs(Vec upper, Vec lower) {
            this(upper, lower, false);
        }
    }

    /** Returns the pose of a flat-lay, with its sleeves spread by that angle. */
    static BodyPose flat(double sleeves) {
        return new BodyPose(
                0,
                0,
                0,
                0,
                both(new Limbs(Vec.down(sleeves, 0), Vec.down(sleeves - 4, 0))),
                both(new Limbs(Vec.down(4, 0), Vec.down(3, 0))),
                false);
    }

    static BodyPose random(View view, Dice dice) {
        double turn = dice.between(-1, 1);
        double yaw =
                switch (view) {
                    case FRONT, HALF_BODY -> 18 * turn;
                    case BACK -> 180 + 18 * turn;
                    case SIDE -> Math.copySign(90 - 8 * Math.abs(turn), turn);
                    case SEATED -> 42 * turn;
                };
        boolean seated = view == View.SEATED;
        boolean profile = view == View.SIDE;
        double headYaw = yaw + dice.between(-10, 10);
        return new BodyPose(
                yaw,
                headYaw,
                dice.between(-2.2, 2.2),
                dice.between(-2.5, 2.5),
                arms(dice, seated, profile),
                seated ? sittingLegs(dice) : standingLegs(dice, profile),
                seated);
    }

    private static Sides<Limbs> arms(Dice dice, boolean seated, boolean profile) {
        if (seated) {
            return new Sides<>(restingArm(dice), restingArm(dice));
        }
        if (profile) {
            return new Sides<>(swingingArm(dice), swingingArm(dice));
        }
        return new Sides<>(freeArm(dice), freeArm(dice));
    }

    private static Limbs freeArm(Dice dice) {
        double choice = dice.between(0, 1);
        if (choice < 0.45) {
            double out = dice.between(7, 15);
            return new Limbs(Vec.down(out, 0), Vec.down(out - dice.between(2, 9), dice.between(5, 22)));
        }
        if (choice < 0.65) {
            double out = dice.between(18, 30);
            return new Limbs(Vec.down(out, 0), Vec.down(out - dice.between(4, 14), dice.between(5, 15)));
        }
        if (choice < 0.85) {
            return new Limbs(Vec.down(dice.between(40, 46), -8), Vec.down(dice.between(-54, -48), 8));
        }
        return new Limbs(Vec.down(dice.between(20, 25), -6), Vec.down(dice.between(-24, -18), 12), true);
    }

    private static Limbs swingingArm(Dice dice) {
        double swing = dice.between(-16, 16);
        return new Limbs(Vec.down(5, swing), Vec.down(3, swing + dice.between(8, 30)));
    }

    private static Limbs restingArm(Dice dice) {
        return new Limbs(Vec.down(dice.between(12, 20), 18), Vec.down(dice.between(-10, 2), dice.between(44, 56)));
    }

    private static Sides<Limbs> standingLegs(Dice dice, boolean profile) {
        double apart = dice.between(1.5, 6.5);
        double stride = profile ? dice.between(4, 13) : dice.between(0, 3);
        Limbs standing = new Limbs(Vec.down(apart, -stride), Vec.down(apart * 0.6, -stride - 2));
        Limbs free = new Limbs(
                Vec.down(apart + dice.between(0, 4), stride + 4), Vec.down(apart * 0.5, stride - dice.between(4, 9)));
        return dice.chance(0.5) ? new Sides<>(standing, free) : new Sides<>(free, standing);
    }

    private static Sides<Limbs> sittingLegs(Dice dice) {
        double apart = dice.between(5, 12);
        return new Sides<>(sittingLeg(dice, apart), sittingLeg(dice, apart));
    }

    private static Limbs sittingLeg(Dice dice, double apart) {
        return new Limbs(Vec.down(apart, dice.between(70, 80)), Vec.down(dice.between(0, 4), dice.between(-4, 8)));
    }

    private static Sides<Limbs> both(Limbs limbs) {
        return new Sides<>(limbs, limbs);
    }
}
