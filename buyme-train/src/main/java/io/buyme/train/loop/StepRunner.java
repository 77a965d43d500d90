package io.buyme.train.loop;

import io.buyme.train.objective.RowLoss;
import io.buyme.train.objective.TripletLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes losses and gradients of batches with one network; its native arrays are used again for each batch. */
final class StepRunner implements AutoCloseable {

    private final EmbedderNetwork network;
    private final INDArray pictures;
    private final List<INDArray> labels = new ArrayList<>();
    private final List<Slot> slots;
    private final List<Slot> own;
    private final float[] ownValues;
    private final float[] gradient;

    /**
     * Creates a runner.
     *
     * @param network in training; it may lack the first layers
     * @param whole the slots of the whole network
     */
    StepRunner(EmbedderNetwork network, List<Slot> whole, Batch shape, InputType type, int tags) {
        this.network = network;
        long[] inputShape = type.getShape();
        this.pictures = Nd4j.create(DataType.FLOAT, shape.rows, inputShape[0], inputShape[1], inputShape[2]);
        this.own = Slot.of(network.graph());
        this.slots = own.stream().map(slot -> match(slot, whole)).toList();
        this.ownValues = new float[Math.toIntExact(network.graph().numParams())];
        this.gradient = new float[whole.stream().mapToInt(Slot::length).sum()];
        for (RowLoss loss : network.losses()) {
            labels.add(Nd4j.create(DataType.FLOAT, shape.rows, columns(loss, tags)));
        }
    }

    private static Slot match(Slot own, List<Slot> whole) {
        return whole.stream().filter(own::matches).findFirst().orElseThrow();
    }

    /** Returns which of the whole network's slots are in training. */
    List<Slot> slots() {
        return slots;
    }

    private static int columns(RowLoss loss, int tags) {
        return switch (loss.name()) {
            case "softmax" -> 1;
            case "multilabel" -> tags;
            case "triplet" -> TripletLoss.LABELS;
            default -> 3 * EmbedderNetwork.DRAWING_SIZE * EmbedderNetwork.DRAWING_SIZE;
        };
    }

    /**
     * Runs a batch forward and back.
     *
     * @param seed of the dropout
     * @return the gradient of the whole network's weights, summed over the batch's rows; overwritten by the next call, and
     *     nothing to go by outside of {@link #slots()}
     */
    float[] gradient(Batch batch, Weights weights, long seed) {
        ComputationGraph graph = network.graph();
        for (int i = 0; i < own.size(); i++) {
            Slot slot = slots.get(i);
            System.arraycopy(
                    weights.values, slot.offset(), ownValues, own.get(i).offset(), slot.length());
        }
        Floats.copy(ownValues, graph.params());
        Floats.copy(batch.inputs, pictures);
        for (int i = 0; i < labels.size(); i++) {
            Floats.copy(labels(batch, network.losses().get(i)), labels.get(i));
        }
        Nd4j.getRandom().setSeed(seed);
        graph.setInputs(pictures);
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

    private static float[] labels(Batch batch, RowLoss loss) {
        return switch (loss.name()) {
            case "softmax" -> batch.classes;
            case "multilabel" -> batch.tags;
            case "triplet" -> batch.triplets;
            default -> batch.drawings;
        };
    }

    /** Returns the mean losses of the last batch by name, without their weights. */
    Map<String, Double> losses() {
        Map<String, Double> losses = new LinkedHashMap<>();
        network.losses().forEach(loss -> losses.put(loss.name(), loss.mean()));
        return losses;
    }

    EmbedderNetwork network() {
        return network;
    }

    @Override
    public void close() {
        pictures.close();
        labels.forEach(INDArray::close);
    }
}
