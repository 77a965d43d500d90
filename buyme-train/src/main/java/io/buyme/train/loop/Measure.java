package io.buyme.train.loop;

/** Says how good a network is, on pictures that it does not learn from. */
@FunctionalInterface
public interface Measure {

    /**
     * Measures a network.
     *
     * @param network with the weights to measure; only read
     * @param size of the pictures it sees, in pixels
     * @return the higher the better
     */
    double of(EmbedderNetwork network, int size);
}
