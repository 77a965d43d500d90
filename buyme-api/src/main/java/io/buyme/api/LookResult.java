package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of one photo. */
public sealed interface LookResult {

    /** Returns the photo's name. */
    String photo();

    /**
     * The photo was searched, wholly or in part.
     *
     * @param photo its name
     * @param pose what the pose stage saw
     * @param articles with their matches, in the detector's order
     * @param boxes all that the detector considered, and what became of each
     * @param advice what the user should know or do, such as {@code feet are cut off: no footwear searched}
     * @param times where the time went
     */
    record Found(
            String photo,
            Pose pose,
            List<ArticleMatches> articles,
            List<DetectedBox> boxes,
            List<String> advice,
            StageTimes times)
            implements LookResult {

        /** Copies the lists. */
        public Found {
            requireNonNull(photo, "photo");
            requireNonNull(pose, "pose");
            requireNonNull(times, "times");
            articles = List.copyOf(articles);
            boxes = List.copyOf(boxes);
            advice = List.copyOf(advice);
        }

        /** Returns the boxes that are no article of their own: merged into one, or dropped. */
        public List<DetectedBox> discarded() {
            return boxes.stream()
                    .filter(box -> box.fate() != DetectedBox.Fate.KEPT)
                    .toList();
        }
    }

    /**
     * The strict gate turned the photo down.
     *
     * @param photo its name
     * @param pose which was not full front, with the reasons
     */
    record Rejected(String photo, Pose pose) implements LookResult {

        /** Checks that nothing is missing. */
        public Rejected {
            requireNonNull(photo, "photo");
            requireNonNull(pose, "pose");
        }
    }

    /**
     * The photo could not be read, or a stage failed on it.
     *
     * @param photo its name
     * @param cause what went wrong
     */
    record Failed(String photo, BuyMeException cause) implements LookResult {

        /** Checks that nothing is missing. */
        public Failed {
            requireNonNull(photo, "photo");
            requireNonNull(cause, "cause");
        }
    }
}
