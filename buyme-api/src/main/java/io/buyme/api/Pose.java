package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the pose stage saw in one photo.
 *
 * @param verdict how the main person is framed
 * @param score how sure the stage is of the verdict, 0 to 1
 * @param reasons why, in words for the user; empty when there is nothing to say against a full-front shot
 * @param keypoints of the main person; empty when there is none
 * @param personBox around the main person, inside the photo
 * @param personMask pixels of the main person
 * @param otherPersons boxes of further people, largest first
 */
public record Pose(
        Verdict verdict,
        double score,
        List<String> reasons,
        List<Keypoint> keypoints,
        Optional<Box> personBox,
        Optional<Mask> personMask,
        List<Box> otherPersons) {

    /** Copies the lists. */
    public Pose {
        requireNonNull(verdict, "verdict");
        requireNonNull(personBox, "personBox");
        requireNonNull(personMask, "personMask");
        reasons = List.copyOf(reasons);
        keypoints = List.copyOf(keypoints);
        otherPersons = List.copyOf(otherPersons);
    }

    /** Returns the pose of a photo without a person. */
    public static Pose nobody(double score, String reason) {
        return new Pose(
                Verdict.NO_PERSON, score, List.of(reason), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Returns the keypoint of that name, if the model has one. */
    public Optional<Keypoint> keypoint(String name) {
        return keypoints.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /** How the main person is framed. Only {@link #FULL_FRONT} passes a strict gate. */
    public enum Verdict {
        /** Whole body in the frame, torso towards the camera within about 45 degrees. */
        FULL_FRONT,
        /** Head or feet are outside the frame. */
        HALF_BODY,
        /** Torso turned away by more than about 45 degrees. */
        SIDE,
        /** Seen from behind. */
        BACK,
        /** Seated, kneeling or lying. */
        SEATED,
        /** Only a part of the body, or of a garment. */
        DETAIL,
        /** Several people of about the same size, so that none is the main one. */
        SEVERAL,
        /** Nobody in the photo. */
        NO_PERSON;

        /** Returns the verdict as words, such as {@code full front}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
