package io.buyme.train.loop;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Takes the weights out of networks. */
final class Snapshot {

    private Snapshot() {}

    static Weights weights(ComputationGraph network) {
        float[] values = new float[Math.toIntExact(network.numParams())];
        Floats.copy(network.params(), values);
        return new Weights(values, Slot.of(network).size());
    }
}
