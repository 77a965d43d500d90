package io.buyme.testkit.lookbook;

/** How a person of the look book is framed and turned. */
public enum View {
    /** From head to feet, facing the camera within about 20 degrees. */
    FRONT,
    /** From head to feet, from behind. */
    BACK,
    /** From head to feet, turned by about 90 degrees. */
    SIDE,
    /** Facing the camera, with the head or the legs outside the frame. */
    HALF_BODY,
    /** On a stool, facing the camera within about 50 degrees. */
    SEATED
}
