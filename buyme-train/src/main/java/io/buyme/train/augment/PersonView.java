package io.buyme.train.augment;

import io.buyme.train.data.PosedPerson.Joint;
import java.util.List;

/**
 * What was drawn of a person.
 *
 * @param joints where they are in the picture, in pixels from its upper left corner; left and right are changed over if the
 *     picture is mirrored
 * @param height of the person's box in pixels of the picture
 */
public record PersonView(List<Joint> joints, double height) {

    /** Copies the list. */
    public PersonView {
        joints = List.copyOf(joints);
    }
}
