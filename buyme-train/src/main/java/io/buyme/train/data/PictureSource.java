package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;

/** Reads a training picture when it is asked to. */
@FunctionalInterface
public interface PictureSource {

    /**
     * Reads the picture.
     *
     * @return the cut-out article, with its mask where that is known
     * @throws BuyMeException if the picture cannot be read; it is then left out
     */
    Crop read();
}
