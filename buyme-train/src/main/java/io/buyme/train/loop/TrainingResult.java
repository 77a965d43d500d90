package io.buyme.train.loop;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What a run came to. */
public final class TrainingResult {

    private final float[] weights;
    private final Optional<Double> measure;
    private final Optional<Integer> epoch;
    private final List<CurvePoint> curve;
    private final boolean stopped;
    private final double seconds;

    TrainingResult(
            float[] weights,
            Optional<Double> measure,
            Optional<Integer> epoch,
            List<CurvePoint> curve,
            boolean stopped,
            double seconds) {
        this.weights = weights;
        this.measure = measure;
        this.epoch = epoch;
        this.curve = List.copyOf(curve);
        this.stopped = stopped;
        this.seconds = seconds;
    }

    /** Puts the averaged weights that measured best into a network made as the trainer makes it, of any picture size. */
    public void into(ComputationGraph network) {
        Floats.copy(weights, network.params());
    }

    /** Returns the best measure, if an epoch was finished. */
    public Optional<Double> measure() {
        return measure;
    }

    /** Returns after how many epochs it was measured. */
    public Optional<Integer> epoch() {
        return epoch;
    }

    /** Returns the learning curve, of all sittings. */
    public List<CurvePoint> curve() {
        return curve;
    }

    /** Tells whether training was told to stop before its end, and can be resumed. */
    public boolean stopped() {
        return stopped;
    }

    /** Returns how long training took, over all sittings, in seconds. */
    public double seconds() {
        return seconds;
    }
}
