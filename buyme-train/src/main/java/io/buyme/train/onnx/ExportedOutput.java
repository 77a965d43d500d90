package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

/**
 * An output of the exported model.
 *
 * @param name its name in the model
 * @param vertex the vertex of the network that computes it
 * @param form what is made of the vertex's values
 */
record ExportedOutput(String name, String vertex, Form form) {

    enum Form {
        /** The values as they are. */
        VALUES,
        /** A layer's values before its activation. */
        LOGITS,
        /** The values, averaged if they are a map, divided by the length of the vector. */
        UNIT_VECTOR
    }

    ExportedOutput {
        requireNonNull(name, "name");
        requireNonNull(vertex, "vertex");
        requireNonNull(form, "form");
    }
}
