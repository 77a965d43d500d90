package io.buyme.cli.gate;

import java.awt.image.BufferedImage;

/**
 * A picture of which it is known whether head and feet are in it.
 *
 * @param picture itself
 * @param kind how it was made
 * @param headCut whether the head is outside the frame, or there is none
 * @param feetCut whether the feet are outside the frame, or there are none
 */
record FramedShot(BufferedImage picture, Kind kind, boolean headCut, boolean feetCut) {

    /** How a picture was made of a photo of a whole person. */
    enum Kind {
        WHOLE,
        TIGHT,
        STUDIO,
        FAR,
        TILTED,
        LEGS_CUT,
        ANKLES_CUT,
        HEAD_CUT,
        TORSO_CUT,
        BOTH_CUT,
        NO_PERSON
    }
}
