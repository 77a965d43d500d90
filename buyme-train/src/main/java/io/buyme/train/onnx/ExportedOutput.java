package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

/**
 * An output of the exported model.
 *
 * @param name its name in the model
 * @param vertex the vertex of the network that computes it
 * @param logits whether it is taken before the layer's activation
 */
record ExportedOutput(String name, String vertex, boolean logits) {

    ExportedOutput {
        requireNonNull(name, "name");
        requireNonNull(vertex, "vertex");
    }
}
