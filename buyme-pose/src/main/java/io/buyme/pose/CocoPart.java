package io.buyme.pose;

import java.util.Arrays;
import java.util.Locale;

/** The 17 keypoints of COCO in its order, which networks for heat maps and MoveNet share; left and right are the wearer's. */
enum CocoPart {
    NOSE,
    LEFT_EYE,
    RIGHT_EYE,
    LEFT_EAR,
    RIGHT_EAR,
    LEFT_SHOULDER,
    RIGHT_SHOULDER,
    LEFT_ELBOW,
    RIGHT_ELBOW,
    LEFT_WRIST,
    RIGHT_WRIST,
    LEFT_HIP,
    RIGHT_HIP,
    LEFT_KNEE,
    RIGHT_KNEE,
    LEFT_ANKLE,
    RIGHT_ANKLE;

    /** How many there are. */
    static final int COUNT = values().length;

    private static final CocoPart[] MIRRORED =
            Arrays.stream(values()).map(CocoPart::otherSide).toArray(CocoPart[]::new);

    /** Returns the name of the keypoint, such as {@code left_shoulder}. */
    String keypointName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the part that is in its place in a mirror. */
    CocoPart mirrored() {
        return MIRRORED[ordinal()];
    }

    private static CocoPart otherSide(CocoPart part) {
        String name = part.name();
        String other = name.startsWith("LEFT_") ? name.replace("LEFT_", "RIGHT_") : name.replace("RIGHT_", "LEFT_");
        return valueOf(other);
    }
}
