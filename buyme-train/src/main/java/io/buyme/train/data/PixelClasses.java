package io.buyme.train.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pixel can show: the background, parts of the body where the data has them, then the categories.
 *
 * @param body parts of the body
 * @param categories of articles
 */
public record PixelClasses(List<String> body, List<String> categories) {

    /** Copies the lists. */
    public PixelClasses {
        body = List.copyOf(body);
        categories = List.copyOf(categories);
    }

    /** Returns the number of the first category's class; those before it are no articles. */
    public int firstCategory() {
        return 1 + body.size();
    }

    /** Returns the number of classes. */
    public int size() {
        return firstCategory() + categories.size();
    }

    /** Returns the names of all classes, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("background");
        names.addAll(body);
        names.addAll(categories);
        return List.copyOf(names);
    }
}
