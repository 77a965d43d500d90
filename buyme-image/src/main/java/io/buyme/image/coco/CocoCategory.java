package io.buyme.image.coco;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A kind of object.
 *
 * @param id unique among the categories of the file
 * @param name such as {@code skirt}
 * @param extra further fields, by name; see {@link CocoImage#extra}
 */
public record CocoCategory(long id, String name, Map<String, Object> extra) {

    /** Copies the map. */
    public CocoCategory {
        requireNonNull(name, "name");
        extra = Extra.copyOf(extra);
    }

    /** Returns a category without further fields. */
    public static CocoCategory of(long id, String name) {
        return new CocoCategory(id, name, Map.of());
    }
}
