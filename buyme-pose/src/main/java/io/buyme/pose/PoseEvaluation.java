package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How well a pose classifier tells full-front shots from others, on photos with labels. A photo passes if its verdict
 * is {@link Verdict#FULL_FRONT}; passing is the positive class.
 *
 * @param outcomes one for each photo, in any order
 */
public record PoseEvaluation(List<Outcome> outcomes) {

    /** Copies the list. */
    public PoseEvaluation {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What a person says about a photo.
     *
     * @param file names the photo in reports
     * @param fullFront whether it is a full-front shot
     * @param reason why not, such as {@code half_body}; empty for a full-front shot
     */
    public record Label(String file, boolean fullFront, String reason) {

        /** Checks that nothing is missing. */
        public Label {
            requireNonNull(file, "file");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * What the classifier says about a labelled photo.
     *
     * @param label what a person says
     * @param verdict the classifier's
     * @param score how sure it is
     * @param reasons in its words
     * @param time that it took
     */
    public record Outcome(Label label, Verdict verdict, double score, List<String> reasons, Duration time) {

        /** Copies the list. */
        public Outcome {
            requireNonNull(label, "label");
            requireNonNull(verdict, "verdict");
            requireNonNull(time, "time");
            reasons = List.copyOf(reasons);
        }

        /** Runs a classifier on one photo. Safe for concurrent use if the classifier is. */
        public static Outcome of(Label label, PoseClassifier classifier, BufferedImage photo) {
            long start = System.nanoTime();
            Pose pose = classifier.classify(photo);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome(label, pose.verdict(), pose.score(), pose.reasons(), time);
        }

        /** Returns whether the classifier lets the photo pass. */
        public boolean passes() {
            return verdict == Verdict.FULL_FRONT;
        }

        /** Returns whether classifier and label agree. */
        public boolean right() {
            return passes() == label.fullFront();
        }
    }

    /**
     * How many photos with the same reason were judged rightly.
     *
     * @param rows photos with this reason
     * @param right those of them that the classifier judged as labelled
     */
    public record Tally(int rows, int right) {

        Tally plus(boolean judgedRightly) {
            return new Tally(rows + 1, right + (judgedRightly ? 1 : 0));
        }
    }

    /** Returns the share of photos judged rightly; empty without photos. */
    public OptionalDouble accuracy() {
        return share(outcome -> true, Outcome::right);
    }

    /** Returns the mean of the shares judged rightly among the labelled full-front and the others. */
    public OptionalDouble balancedAccuracy() {
        OptionalDouble specificity = share(outcome -> !outcome.label().fullFront(), Outcome::right);
        return recall().isPresent() && specificity.isPresent()
                ? OptionalDouble.of((recall().getAsDouble() + specificity.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    /** Returns the share of full-front shots among the photos that pass; empty if none does. */
    public OptionalDouble precision() {
        return share(Outcome::passes, Outcome::right);
    }

    /** Returns the share of photos that pass among the full-front shots; empty if there is none. */
    public OptionalDouble recall() {
        return share(outcome -> outcome.label().fullFront(), Outcome::right);
    }

    /** Returns the mean time of a photo in milliseconds; empty without photos. */
    public OptionalDouble millisPerPhoto() {
        return outcomes.stream().mapToDouble(o -> o.time().toNanos() / 1e6).average();
    }

    /** Returns the tally of each reason in the labels; full-front shots are counted under {@code full_front}. */
    public Map<String, Tally> byReason() {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            String reason =
                    outcome.label().fullFront() ? "full_front" : outcome.label().reason();
            tallies.merge(reason, new Tally(0, 0).plus(outcome.right()), (sum, one) -> sum.plus(outcome.right()));
        }
        return tallies;
    }

    /** Returns the photos on which classifier and label disagree, in order. */
    public List<Outcome> wrong() {
        return outcomes.stream().filter(outcome -> !outcome.right()).toList();
    }

    private OptionalDouble share(Predicate<Outcome> among, Predicate<Outcome> of) {
        return outcomes.stream()
                .filter(among)
                .mapToDouble(outcome -> of.test(outcome) ? 1 : 0)
                .average();
    }
}
