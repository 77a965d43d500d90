package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Backdrop;
import java.util.Optional;

/**
 * One picture of a batch.
 *
 * @param sample its index
 * @param backdrop if a certain one is wanted
 */
record Pick(int sample, Optional<Backdrop> backdrop) {

    Pick {
        requireNonNull(backdrop, "backdrop");
    }

    static Pick of(int sample) {
        return new Pick(sample, Optional.empty());
    }
}
