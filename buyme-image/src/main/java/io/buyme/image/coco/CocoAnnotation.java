package io.buyme.image.coco;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.Map;
import java.util.Optional;

/**
 * An object in a picture.
 *
 * @param id unique among the annotations of the file
 * @param imageId of the picture
 * @param categoryId of the kind of object
 * @param box around the object, in pixels of the picture
 * @param area of the object in square pixels
 * @param crowd whether this is a group of objects rather than one
 * @param segmentation which pixels show the object, if the file says so
 * @param extra further fields, by name; see {@link CocoImage#extra}
 */
public record CocoAnnotation(
        long id,
        long imageId,
        long categoryId,
        Box box,
        double area,
        boolean crowd,
        Optional<Segmentation> segmentation,
        Map<String, Object> extra) {

    /** Copies the map. */
    public CocoAnnotation {
        requireNonNull(box, "box");
        requireNonNull(segmentation, "segmentation");
        extra = Extra.copyOf(extra);
    }

    /**
     * Returns the annotation of these pixels, with the box around them.
     *
     * @param image that has the object; the mask is in its pixels
     * @throws IllegalArgumentException if the mask is empty or reaches beyond the picture
     */
    public static CocoAnnotation of(long id, CocoImage image, long categoryId, Mask mask) {
        Box box = mask.bounds().orElseThrow(() -> new IllegalArgumentException("a mask without any pixel"));
        Segmentation pixels = RunLengths.of(mask, image.width(), image.height());
        return new CocoAnnotation(id, image.id(), categoryId, box, mask.area(), false, Optional.of(pixels), Map.of());
    }

    /**
     * Returns the pixels of the object, if the file says which they are. They are decoded at every call, as a file's
     * masks together would fill the memory.
     */
    public Optional<Mask> mask() {
        return segmentation.map(Segmentation::mask);
    }
}
