package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.BodyPose.Limbs;

/**
 * The joints of a person in the room, in body heights, before any camera. Lengths after the canon of 7.5 heads.
 *
 * @param head centre of the head
 * @param neck base of the neck, at the height of the collar
 * @param pelvis centre of the hip joints
 * @param arms by side
 * @param legs by side
 */
record Skeleton(Vec head, Vec neck, Vec pelvis, Sides<Chain> arms, Sides<Chain> legs) {

    static final double NECK_LEVEL = 0.160;
    static final double HIP_LEVEL = 0.505;
    private static final double UPPER_ARM = 0.168;
    private static final double FOREARM = 0.142;
    private static final double THIGH = 0.236;
    private static final double SHIN = 0.205;
    private static final double ANKLE_HEIGHT = 0.05;
    /** Where the hip joint is between the spine and the side, as a share. */
    private static final double HIP_JOINT = 0.53;

    private static final double HAND = 0.1;
    private static final double FOOT = 0.115;

    /** An arm or a leg: its three joints, and where its hand or foot ends. */
    record Chain(Vec root, Vec middle, Vec end, Vec tip) {}

    static Skeleton of(BodyShape shape, BodyPose pose) {
        double lean = Math.toRadians(pose.lean());
        double tilt = lean + Math.toRadians(pose.shoulderTilt());
        Vec pelvis = new Vec(0, 0, 0);
        Vec neck = new Vec(0, NECK_LEVEL - HIP_LEVEL, 0).rolled(lean);
        Vec head = neck.plus(new Vec(0, -0.0935, 0.012).rolled(lean * 0.4));
        Sides<Chain> arms = Sides.of(side -> {
            Vec shoulder = neck.plus(new Vec(side.sign() * shape.shoulder(), 0.03, 0).rolled(tilt));
            return arm(shoulder, pose.arms().on(side), side);
        });
        Sides<Chain> legs = Sides.of(side -> {
            Vec hip = pelvis.plus(new Vec(side.sign() * HIP_JOINT * shape.hip(), 0, 0));
            return leg(hip, pose.legs().on(side), side);
        });
        double lowest = ANKLE_HEIGHT
                + Math.max(legs.left().end().y(), legs.right().end().y());
        return new Skeleton(head, neck, pelvis, arms, legs).moved(new Vec(0, 1 - lowest, 0));
    }

    private static Chain arm(Vec shoulder, Limbs limbs, Side side) {
        Vec elbow = shoulder.plus(mirrored(limbs.upper(), side).times(UPPER_ARM));
        Vec lower = mirrored(limbs.lower(), side);
        Vec wrist = elbow.plus(lower.times(FOREARM));
        return new Chain(shoulder, elbow, wrist, wrist.plus(lower.times(HAND)));
    }

    private static Chain leg(Vec hip, Limbs limbs, Side side) {
        Vec knee = hip.plus(mirrored(limbs.upper(), side).times(THIGH));
        Vec ankle = knee.plus(mirrored(limbs.lower(), side).times(SHIN));
        double outward = side.sign() * Math.sin(Math.toRadians(17));
        Vec toe = ankle.plus(new Vec(outward * FOOT, ANKLE_HEIGHT * 0.8, FOOT));
        return new Chain(hip, knee, ankle, toe);
    }

    private static Vec mirrored(Vec direction, Side side) {
        return new Vec(direction.x() * side.sign(), direction.y(), direction.z());
    }

    private Skeleton moved(Vec by) {
        return new Skeleton(
                head.plus(by),
                neck.plus(by),
                pelvis.plus(by),
                arms.map(chain -> moved(chain, by)),
                legs.map(chain -> moved(chain, by)));
    }

    private static Chain moved(Chain chain, Vec by) {
        return new Chain(
                chain.root().plus(by),
                chain.middle().plus(by),
                chain.end().plus(by),
                chain.tip().plus(by));
    }
}
