package io.buyme.pose;

import io.buyme.onnx.TensorSpec;
import java.util.List;

/** Runs one network with one input. For one thread at a time. */
interface PoseInterpreter extends AutoCloseable {

    /** Returns what the network takes. */
    TensorSpec input();

    /** Returns what the network gives. */
    List<TensorSpec> outputs();

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
     * @throws io.buyme.api.BuyMeException if the network has no output of that name
     */
    float[] output(String name);

    @Override
    void close();
}
