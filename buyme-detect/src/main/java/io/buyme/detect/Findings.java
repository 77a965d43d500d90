package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a network found in one photo: its boxes as far as they make sense, and a count of those that do not. */
final class Findings {

    /** Below this a box is nothing that anybody would want to hear of; there may be thousands. */
    static final double FAINT = 0.01;

    private static final double ROUNDING = 1e-3;

    private final View view;
    private final Labels labels;
    private final int firstLabel;
    private final List<RawBox> boxes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final TreeSet<String> others = new TreeSet<>();
    private int faint;
    private int broken;
    private int outside;
    private int noArticles;

    /**
     * Creates findings without anything in them.
     *
     * @param firstLabel the network's number for the first of the labels
     */
    Findings(View view, Labels labels, int firstLabel) {
        this.view = view;
        this.labels = labels;
        this.firstLabel = firstLabel;
    }

    View view() {
        return view;
    }

    /**
     * Adds a box on the canvas.
     *
     * @param number of the category, as the network has it
     * @throws BuyMeException if there is no label for the number
     */
    void add(int number, double score, double left, double top, double right, double bottom, Shape shape) {
        if (!isProbability(score) || !Double.isFinite(left + top + right + bottom)) {
            broken++;
        } else if (score < FAINT) {
            faint++;
        } else if (!(right > left && bottom > top)) {
            broken++;
        } else {
            Box whole = view.inPhoto(Box.ofEdges(left, top, right, bottom));
            Optional<Box> visible = view.visible(whole);
            if (visible.isEmpty()) {
                outside++;
            } else {
                add(label(number), score, whole, visible.get(), shape);
            }
        }
    }

    /** Adds pixels of the photo. */
    void add(int number, double score, Mask mask) {
        Optional<Box> bounds = mask.bounds();
        if (!isProbability(score) || bounds.isEmpty()) {
            broken++;
        } else {
            add(label(number), score, bounds.get(), bounds.get(), (whole, visible) -> Optional.of(mask));
        }
    }

    /** Adds something that the user should know. */
    void note(String note) {
        notes.add(note);
    }

    /** Returns the label of a number. */
    Label label(int number) {
        return labels.at(number - firstLabel)
                .orElseThrow(() -> new BuyMeException(
                        ("the model gave category %d, but the labels go from %d to %d: is it the right label file, and"
                                        + " the right first-label?")
                                .formatted(number, firstLabel, firstLabel + labels.size() - 1)));
    }

    /** Returns the boxes in the order in which they were added. */
    List<RawBox> boxes() {
        return List.copyOf(boxes);
    }

    /** Returns the notes, and how many boxes were left out, by reason. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        note(all, broken, "with numbers that make no box or no score");
        note(all, outside, "outside of the photo");
        note(all, noArticles, "of what is no article: " + others);
        note(all, faint, "with scores below " + FAINT);
        return all;
    }

    private void add(Label label, double score, Box whole, Box visible, Shape shape) {
        double calibrated = label.calibrate(Math.min(1, score));
        if (label.superCategory().isEmpty()) {
            noArticles++;
            others.add(label.name());
        } else if (calibrated < FAINT) {
            faint++;
        } else {
            boxes.add(new RawBox(
                    label.name(), label.superCategory().get(), calibrated, visible, () -> shape.mask(whole, visible)));
        }
    }

    private static boolean isProbability(double score) {
        return score >= -ROUNDING && score <= 1 + ROUNDING;
    }

    private static void note(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add("%d %s %s left out".formatted(count, count == 1 ? "box" : "boxes", what));
        }
    }
}
