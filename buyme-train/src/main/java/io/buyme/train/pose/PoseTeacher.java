package io.buyme.train.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.PoseClassifier;

/**
 * Says where the joints of people are.
 *
 * @param name tells it from other teachers, with all settings that make a difference
 * @param classifier gives joints with COCO's names; the caller closes it
 */
public record PoseTeacher(String name, PoseClassifier classifier) {

    /** Checks that nothing is missing. */
    public PoseTeacher {
        requireNonNull(name, "name");
        requireNonNull(classifier, "classifier");
    }
}
