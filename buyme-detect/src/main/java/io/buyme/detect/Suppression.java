package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Drops boxes that are too uncertain, not this person's, or the same thing again. Garments worn over each other survive:
 * boxes of different categories only count as the same thing if nearly all of their pixels are.
 */
final class Suppression {

    /** How far from a person, in shares of the person's size, a bag or an umbrella may be. */
    private static final double REACH = 0.15;

    private static final double MOSTLY = 0.5;
    private static final double CLEARLY_MORE = 0.25;
    /** A box of the same category that lies so far inside another is a part of the same thing. */
    private static final double INSIDE = 0.85;
    /** Two categories of one super-category over the same pixels are two names of one thing. */
    private static final double SAME_PIXELS = 0.7;

    private static final double SAME_BOX = 0.85;
    /** From here on two garments are said to be worn over each other. */
    private static final double LAYERED = 0.3;

    private final double threshold;
    private final double overlap;

    /**
     * Creates the rules.
     *
     * @param threshold scores from here on count
     * @param overlap boxes of one category with a larger IoU are the same thing
     */
    Suppression(double threshold, double overlap) {
        this.threshold = threshold;
        this.overlap = overlap;
    }

    /** Drops what is to be dropped, and returns the others, in the same order. */
    List<Candidate> survivors(List<Candidate> mostCertainFirst, Optional<Pose> pose) {
        List<Candidate> survivors = new ArrayList<>();
        for (Candidate candidate : mostCertainFirst) {
            Optional<String> reason = tooUncertain(candidate)
                    .or(() -> pose.flatMap(p -> elsewhere(candidate, p)))
                    .or(() -> again(candidate, survivors));
            if (reason.isPresent()) {
                candidate.decide(Fate.DROPPED, reason.get());
            } else {
                survivors.add(candidate);
            }
        }
        return survivors;
    }

    /** Returns why a survivor is an article, and what else is worn with it. */
    String reasonToKeep(Candidate candidate, List<Candidate> survivors) {
        StringJoiner reason = new StringJoiner("; ");
        reason.add("score %.2f reaches %.2f".formatted(candidate.score(), threshold));
        for (Candidate other : survivors) {
            double iou = candidate.box().iou(other.box());
            if (isRival(candidate, other) && iou >= LAYERED) {
                reason.add("worn with %s (IoU %.2f): both kept".formatted(other.label(), iou));
            }
        }
        return reason.toString();
    }

    private Optional<String> tooUncertain(Candidate candidate) {
        return candidate.score() < threshold
                ? Optional.of("score %.2f is below %.2f".formatted(candidate.score(), threshold))
                : Optional.empty();
    }

    private static Optional<String> elsewhere(Candidate candidate, Pose pose) {
        if (pose.personBox().isEmpty()) {
            return Optional.empty();
        }
        Box person = pose.personBox().get();
        double near = candidate.shareInside(person.expand(REACH));
        if (near < MOSTLY) {
            return Optional.of("only %.0f %% of it is near the person".formatted(100 * near));
        }
        double onPerson = candidate.shareInside(person);
        double onOther = pose.otherPersons().stream()
                .mapToDouble(candidate::shareInside)
                .max()
                .orElse(0);
        return onOther > onPerson + CLEARLY_MORE
                ? Optional.of("%.0f %% of it is on another person, %.0f %% on this one"
                        .formatted(100 * onOther, 100 * onPerson))
                : Optional.empty();
    }

    private Optional<String> again(Candidate candidate, List<Candidate> survivors) {
        for (Candidate other : survivors) {
            double iou = candidate.box().iou(other.box());
            if (candidate.category().equals(other.category())) {
                if (iou > overlap) {
                    return Optional.of("overlaps %s by IoU %.2f".formatted(other.label(), iou));
                }
                double inside = candidate.shareInside(other.box());
                if (inside > INSIDE) {
                    return Optional.of("%.0f %% of it is inside %s".formatted(100 * inside, other.label()));
                }
            } else if (isRival(candidate, other) && isSame(candidate, other, iou)) {
                return Optional.of("the same thing as %s (IoU %.2f)".formatted(other.label(), iou));
            }
        }
        return Optional.empty();
    }

    private static boolean isRival(Candidate candidate, Candidate other) {
        return candidate.superCategory() == other.superCategory()
                && !candidate.category().equals(other.category());
    }

    private static boolean isSame(Candidate candidate, Candidate other, double iou) {
        if (iou < MOSTLY) {
            return false;
        }
        Optional<Mask> mask = candidate.mask();
        Optional<Double> ofPixels = mask.flatMap(m -> other.mask().map(m::iou));
        return ofPixels.map(pixels -> pixels > SAME_PIXELS).orElse(iou > SAME_BOX);
    }
}
