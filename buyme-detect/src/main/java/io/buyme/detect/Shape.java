package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.Optional;

/** Makes the mask of a box. */
@FunctionalInterface
interface Shape {

    /** That of a network without masks. */
    Shape NONE = (whole, visible) -> Optional.empty();

    /**
     * Returns the pixels of what is in a box, if there are any.
     *
     * @param whole the box in photo pixels, which may reach beyond the photo
     * @param visible what of it lies in the photo
     */
    Optional<Mask> mask(Box whole, Box visible);
}
