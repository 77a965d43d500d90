package io.buyme.train.loop;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes gradients with a network that may be only a part of the one whose weights it is given. For one thread. */
public final class GradientRunner {

    private final ComputationGraph graph;
    private final List<Slot> own;
    private final List<Slot> slots;
    private final float[] ownValues;
    private final float[] gradient;

    /**
     * Creates a runner.
     *
     * @param graph in training; it may lack layers of the whole network
     * @param whole the slots of the whole network
     */
    public GradientRunner(ComputationGraph graph, List<Slot> whole) {
        this.graph = graph;
        this.own = Slot.of(graph);
        this.slots = own.stream().map(slot -> match(slot, whole)).toList();
        this.ownValues = new float[Math.toIntExact(graph.numParams())];
        this.gradient = new float[whole.stream().mapToInt(Slot::length).sum()];
    }

    private static Slot match(Slot own, List<Slot> whole) {
        return whole.stream().filter(own::matches).findFirst().orElseThrow();
    }

    /** Returns which of the whole network's slots are in training. */
    public List<Slot> slots() {
        return slots;
    }

    /**
     * Runs a batch forward and back.
     *
     * @param weights of the whole network, only read
     * @param seed of what the network draws
     * @param inputs in the order of the graph's inputs
     * @param labels in the order of the graph's outputs
     * @return the gradient of the whole network's weights, summed over the batch's rows; overwritten by the next call, and
     *     nothing to go by outside of {@link #slots()}
     */
    public float[] gradient(float[] weights, long seed, List<INDArray> inputs, List<INDArray> labels) {
        for (int i = 0; i < own.size(); i++) {
            Slot slot = slots.get(i);
            System.arraycopy(weights, slot.offset(), ownValues, own.get(i).offset(), slot.length());
        }
        Floats.copy(ownValues, graph.params());
        Nd4j.getRandom().setSeed(seed);
        graph.setInputs(inputs.toArray(INDArray[]::new));
        graph.setLabels(labels.toArray(INDArray[]::new));
        graph.computeGradientAndScore();
        Floats.copy(graph.getGradientsViewArray(), ownValues);
        for (int i = 0; i < own.size(); i++) {
            Slot slot = slots.get(i);
            System.arraycopy(ownValues, own.get(i).offset(), gradient, slot.offset(), slot.length());
        }
        graph.clear();
        return gradient;
    }
}
