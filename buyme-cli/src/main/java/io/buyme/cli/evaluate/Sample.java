package io.buyme.cli.evaluate;

import io.buyme.api.Crop;

/** A picture of an article of which the right answer is known. */
interface Sample {

    /** Returns what to call it in messages. */
    String name();

    /**
     * Reads the picture; at every call anew, so that a long list of samples holds no pixels.
     *
     * @throws io.buyme.api.BuyMeException if it cannot be read
     */
    Crop crop();
}
