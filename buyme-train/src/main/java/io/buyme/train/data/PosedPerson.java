package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import java.util.List;

/**
 * A photo of a person whose joints somebody has told, reduced to what training needs.
 *
 * @param name of the photo
 * @param picture the photo, with the person's pixels as its mask if they are known
 * @param box around the person, in pixels of the picture
 * @param joints those of {@link Joints}, in their order
 */
public record PosedPerson(String name, Cutout picture, Box box, List<Joint> joints) {

    /** Copies the list and checks its length. */
    public PosedPerson {
        requireNonNull(name, "name");
        requireNonNull(picture, "picture");
        requireNonNull(box, "box");
        joints = List.copyOf(joints);
        if (joints.size() != Joints.COUNT) {
            throw new IllegalArgumentException("want %d joints, got %d".formatted(Joints.COUNT, joints.size()));
        }
    }

    /** Whether a joint is to be seen. */
    public enum Sight {
        /** It is, and where is known. */
        SEEN,
        /** It is beyond the picture's edges. */
        OUTSIDE,
        /** Nobody knows. */
        UNKNOWN
    }

    /**
     * Where a joint is.
     *
     * @param x pixels from the left edge
     * @param y pixels from the top edge
     * @param sight whether that is known
     */
    public record Joint(double x, double y, Sight sight) {

        /** Checks that nothing is missing. */
        public Joint {
            requireNonNull(sight, "sight");
        }
    }
}
