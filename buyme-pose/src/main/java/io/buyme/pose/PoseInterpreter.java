package io.buyme.pose;

/** Runs one network with one input of floats. For one thread at a time. */
interface PoseInterpreter extends AutoCloseable {

    /**
     * Runs the network; its outputs can be read until the next run.
     *
     * @param input rows of pixels with their channels
     * @throws IllegalArgumentException if the network takes another number of floats
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
