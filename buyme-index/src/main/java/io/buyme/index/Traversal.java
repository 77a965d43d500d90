package io.buyme.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what rows are compared on the way through a graph. */
enum Traversal {
    /** By what is faster in this JVM. */
    AUTO,
    /** By the vectors. */
    FLOAT32,
    /** By {@link Codes}. */
    INT16;

    /**
     * Returns the traversal of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Traversal of(String name) {
        List<String> names = Arrays.stream(values())
                .map(traversal -> traversal.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("option traversal must be one of %s, got '%s'".formatted(names, name));
        }
        return values()[names.indexOf(name)];
    }

    boolean isCoded(Measure measure) {
        return this == INT16 || (this == AUTO && measure.fasterWithCodes());
    }
}
