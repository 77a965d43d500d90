package io.buyme.train.data;

import java.util.List;
import java.util.stream.IntStream;

/** The 17 joints of COCO, in its order; left and right are the wearer's. */
public final class Joints {

    /** Their names, as poses have them. */
    public static final List<String> NAMES = List.of(
            "nose",
            "left_eye",
            "right_eye",
            "left_ear",
            "right_ear",
            "left_shoulder",
            "right_shoulder",
            "left_elbow",
            "right_elbow",
            "left_wrist",
            "right_wrist",
            "left_hip",
            "right_hip",
            "left_knee",
            "right_knee",
            "left_ankle",
            "right_ankle");

    /** How many there are. */
    public static final int COUNT = NAMES.size();

    private Joints() {}

    /** Returns the joint that a mirror shows in the place of another. */
    public static int mirrored(int joint) {
        String name = NAMES.get(joint);
        return name.startsWith("left_")
                ? NAMES.indexOf(name.replace("left_", "right_"))
                : name.startsWith("right_") ? NAMES.indexOf(name.replace("right_", "left_")) : joint;
    }

    /** Returns the joints from the head to the wrists, or those from the hips to the ankles. */
    public static List<Integer> half(boolean upper) {
        int hips = NAMES.indexOf("left_hip");
        return IntStream.range(upper ? 0 : hips, upper ? hips : COUNT).boxed().toList();
    }
}
