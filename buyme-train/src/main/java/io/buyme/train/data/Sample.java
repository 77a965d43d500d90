package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

/**
 * An example whose picture is in memory.
 *
 * @param example what is known of it
 * @param cutout its picture
 */
public record Sample(Example example, Cutout cutout) {

    /** Checks that nothing is missing. */
    public Sample {
        requireNonNull(example, "example");
        requireNonNull(cutout, "cutout");
    }
}
