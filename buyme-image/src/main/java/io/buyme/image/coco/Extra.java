package io.buyme.image.coco;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields beyond those that the format has. */
final class Extra {

    private Extra() {}

    /** Map.copyOf refuses null, which JSON has, and forgets the order, which makes files comparable. */
    static Map<String, Object> copyOf(Map<String, Object> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
