package io.buyme.api;

import static java.util.Objects.requireNonNull;

/**
 * A joint or landmark of the body.
 *
 * @param name in lower case with underscores, from the wearer's view, such as {@code left_shoulder}
 * @param x pixels from the left; may lie outside the photo when the model guesses a hidden part
 * @param y pixels from the top
 * @param score how sure the model is that the point is in sight, 0 to 1
 */
public record Keypoint(String name, double x, double y, double score) {

    /** Checks that a name is there. */
    public Keypoint {
        requireNonNull(name, "name");
    }
}
