package io.buyme.image.coco;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A picture that has been annotated.
 *
 * @param id unique among the images of the file
 * @param fileName relative to a folder that the file does not name
 * @param width in pixels
 * @param height in pixels
 * @param extra further fields, by name, as JSON has them: text, numbers, Boolean, lists and maps of these, or null
 */
public record CocoImage(long id, String fileName, int width, int height, Map<String, Object> extra) {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if the picture has no pixels
     */
    public CocoImage {
        requireNonNull(fileName, "fileName");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has pixels, got %d x %d".formatted(width, height));
        }
        extra = Extra.copyOf(extra);
    }

    /** Returns an image without further fields. */
    public static CocoImage of(long id, String fileName, int width, int height) {
        return new CocoImage(id, fileName, width, height, Map.of());
    }

    /** Returns whether a further field of this name is there and {@code true}, such as {@code unannotated}. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(extra.get(field));
    }
}
