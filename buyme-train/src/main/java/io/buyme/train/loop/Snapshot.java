package io.buyme.train.loop;

/** Takes the weights out of networks. */
final class Snapshot {

    private Snapshot() {}

    static Weights weights(EmbedderNetwork network) {
        float[] values = new float[Math.toIntExact(network.graph().numParams())];
        Floats.copy(network.graph().params(), values);
        return new Weights(values, Slot.of(network.graph()).size());
    }
}
