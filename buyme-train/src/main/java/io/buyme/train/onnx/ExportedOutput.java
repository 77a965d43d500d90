package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

/**
 * An output of the exported model.
 *
 * @param name its name in the model
 * @param vertex the vertex of the network that computes it
 * @param form what is made of the vertex's values
 * @param sharpness of {@link Form#POOLED}, else 0
 */
record ExportedOutput(String name, String vertex, Form form, double sharpness) {

    enum Form {
        /** The values as they are. */
        VALUES,
        /** A layer's values before its activation. */
        LOGITS,
        /** The values, averaged if they are a map, divided by the length of the vector. */
        UNIT_VECTOR,
        /**
         * The channels of a map, each pooled to one value: (1 / sharpness) log mean exp(sharpness x), which is the mean
         * at 0 and comes closer to the maximum the higher the sharpness.
         */
        POOLED
    }

    ExportedOutput(String name, String vertex, Form form) {
        this(name, vertex, form, 0);
    }

    ExportedOutput {
        requireNonNull(name, "name");
        requireNonNull(vertex, "vertex");
        requireNonNull(form, "form");
    }
}
