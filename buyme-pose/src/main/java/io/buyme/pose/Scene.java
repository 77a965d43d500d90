package io.buyme.pose;

import io.buyme.api.Box;
import java.util.List;

/**
 * The people in a photo.
 *
 * @param main what the landmark model saw of the largest certain person, or in the whole photo if there is none
 * @param detection how sure the detector is of that person, 0 if it found none
 * @param others about where further people are, the largest first
 * @param rival size of the largest certain one of them, as a share of the main person's; 0 if there is none
 */
record Scene(Body main, double detection, List<Box> others, double rival) {

    /** Copies the list. */
    Scene {
        others = List.copyOf(others);
    }
}
