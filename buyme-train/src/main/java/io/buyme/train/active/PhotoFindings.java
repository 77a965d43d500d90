package io.buyme.train.active;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What two detectors found in a photo.
 *
 * @param photo its name
 * @param fingerprint 64 bits in which photos that look nearly the same differ little
 * @param first by the detector that is to be trained on
 * @param second by the one that it is compared with
 */
public record PhotoFindings(String photo, long fingerprint, List<Finding> first, List<Finding> second) {

    /** Copies the lists. */
    public PhotoFindings {
        requireNonNull(photo, "photo");
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
