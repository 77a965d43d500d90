package io.buyme.image.imaterialist;

import static java.util.Objects.requireNonNull;

import io.buyme.image.coco.RunLengths;
import java.util.List;

/**
 * One object of one picture.
 *
 * @param imageId file name of the picture
 * @param pixels that show the object, at least one; their width and height are those of the picture
 * @param classId of {@link FashionLabels#categories()}
 * @param attributeIds of {@link FashionLabels#attributes()}, in the order of the file
 */
public record FashionRow(String imageId, RunLengths pixels, int classId, List<Integer> attributeIds) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no pixel, or the image id has a comma or a line break, which the
     *     format cannot say
     */
    public FashionRow {
        requireNonNull(imageId, "imageId");
        attributeIds = List.copyOf(attributeIds);
        if (imageId.chars().anyMatch(c -> c == ',' || c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("no comma or line break can be in an image id, got " + imageId);
        }
        if (pixels.area() == 0) {
            throw new IllegalArgumentException("an object has at least one pixel");
        }
    }
}
