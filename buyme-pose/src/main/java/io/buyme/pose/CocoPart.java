package io.buyme.pose;

import java.util.Locale;

/** The 17 keypoints of COCO in its order, which networks for heat maps and MoveNet share; left and right are the wearer's. */
enum CocoPart {
    NOSE(0),
    LEFT_EYE(1),
    RIGHT_EYE(2),
    LEFT_EAR(3),
    RIGHT_EAR(4),
    LEFT_SHOULDER(5),
    RIGHT_SHOULDER(6),
    LEFT_ELBOW(7),
    RIGHT_ELBOW(8),
    LEFT_WRIST(9),
    RIGHT_WRIST(10),
    LEFT_HIP(11),
    RIGHT_HIP(12),
    LEFT_KNEE(13),
    RIGHT_KNEE(14),
    LEFT_ANKLE(15),
    RIGHT_ANKLE(16);

    /** How many there are. */
    static final int COUNT = values().length;

    private final int index;

    CocoPart(int index) {
        this.index = index;
    }

    /** Returns the place in COCO's order, from 0 on. */
    int index() {
        return index;
    }

    /** Returns the name of the keypoint, such as {@code left_shoulder}. */
    String keypointName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the part that is in its place in a mirror. */
    CocoPart mirrored() {
        String other =
                name().startsWith("LEFT_") ? name().replace("LEFT_", "RIGHT_") : name().replace("RIGHT_", "LEFT_");
        return valueOf(other);
    }
}
