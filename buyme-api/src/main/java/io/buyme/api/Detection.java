package io.buyme.api;

import java.util.List;

/**
 * What a detector made of one photo. Every article stems from one or more boxes, and every box says what became of it.
 *
 * @param articles that came out, most certain first
 * @param boxes all that the detector considered, as it saw them
 * @param notes what the user should know in words, such as why nothing was found
 */
public record Detection(List<Article> articles, List<DetectedBox> boxes, List<String> notes) {

    /** Copies the lists. */
    public Detection {
        articles = List.copyOf(articles);
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
    }

    /** Returns a detection of nothing, with the reason. */
    public static Detection none(String reason) {
        return new Detection(List.of(), List.of(), List.of(reason));
    }

    /** Returns the boxes that are no article of their own: merged into one, or dropped. */
    public List<DetectedBox> discarded() {
        return boxes.stream().filter(box -> box.fate() != DetectedBox.Fate.KEPT).toList();
    }
}
