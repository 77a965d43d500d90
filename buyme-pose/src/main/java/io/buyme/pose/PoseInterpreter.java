package io.buyme.pose;

import io.buyme.onnx.TensorSpec;
import java.util.List;

/** Runs one network with one input. For one thread at a time. */
interface PoseInterpreter extends AutoCloseable {

    /** Returns what the network takes. */
    TensorSpec input();

    /** Returns what the network gives. */
    List<TensorSpec> outputs();

    /** Tells whether outputs of that name and shape are among some. */
    static boolean gives(List<TensorSpec> outputs, String name, List<Long> shape) {
        return outputs.stream().anyMatch(output -> output.name().equals(name) && output.accepts(shape));
    }

    /**
     * Runs the network; its outputs can be read until the next run.
     *
     * @param input rows of pixels with their channels; rounded if the network takes whole numbers
     * @throws IllegalArgumentException if the network takes another number of values
     */
    void run(float[] input);

    /**
     * Returns a copy of an output of the last run, flattened.
     *
     * @throws io.buyme.api.BuyMeException if the network has no output of that name, or one that holds what is no number
     */
    float[] output(String name);

    @Override
    void close();
}
