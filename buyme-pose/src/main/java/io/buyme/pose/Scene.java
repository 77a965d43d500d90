package io.buyme.pose;

import io.buyme.api.Box;
import java.util.List;
import java.util.Optional;

/**
 * The people in a photo.
 *
 * @param main the largest certain one, if there is any
 * @param others about where further people are, the largest first
 */
record Scene(Optional<Body> main, List<Box> others) {

    /** Copies the list. */
    Scene {
        others = List.copyOf(others);
    }
}
