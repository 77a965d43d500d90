package io.buyme.api;

import java.time.Duration;

/**
 * Wall time that one photo spent in each stage. Stages that were not reached are zero.
 *
 * @param decode reading the photo
 * @param pose finding the person
 * @param detect finding the articles
 * @param embed describing the articles
 * @param search finding, looking up and explaining the products
 */
public record StageTimes(Duration decode, Duration pose, Duration detect, Duration embed, Duration search) {

    /** Returns the sum. */
    public Duration total() {
        return decode.plus(pose).plus(detect).plus(embed).plus(search);
    }
}
