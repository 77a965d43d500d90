package io.buyme.train.loop;

import io.buyme.train.objective.RowLoss;
import io.buyme.train.objective.TripletLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes losses and gradients of batches with one network; its native arrays are used again for each batch. */
final class StepRunner implements AutoCloseable {

    private final EmbedderNetwork network;
    private final GradientRunner runner;
    private final INDArray pictures;
    private final List<INDArray> labels = new ArrayList<>();

    /**
     * Creates a runner.
     *
     * @param network in training; it may lack the first layers
     * @param whole the slots of the whole network
     */
    StepRunner(EmbedderNetwork network, List<Slot> whole, Batch shape, InputType type, int tags) {
        this.network = network;
        this.runner = new GradientRunner(network.graph(), whole);
        long[] inputShape = type.getShape();
        this.pictures = Nd4j.create(DataType.FLOAT, shape.rows, inputShape[0], inputShape[1], inputShape[2]);
        for (RowLoss loss : network.losses()) {
            labels.add(Nd4j.create(DataType.FLOAT, shape.rows, columns(loss, tags)));
        }
    }

    /** Returns which of the whole network's slots are in training. */
    List<Slot> slots() {
        return runner.slots();
    }

    private static int columns(RowLoss loss, int tags) {
        return switch (loss.name()) {
            case "softmax" -> 1;
            case "multilabel" -> tags;
            case "triplet" -> TripletLoss.LABELS;
            default -> 3 * EmbedderNetwork.DRAWING_SIZE * EmbedderNetwork.DRAWING_SIZE;
        };
    }

    /** Runs a batch forward and back. */
    Slopes run(Batch batch, float[] weights, long seed) {
        Floats.copy(batch.inputs, pictures);
        for (int i = 0; i < labels.size(); i++) {
            Floats.copy(labels(batch, network.losses().get(i)), labels.get(i));
        }
        float[] gradient = runner.gradient(weights, seed, List.of(pictures), labels);
        Map<String, Double> losses = new LinkedHashMap<>();
        network.losses().forEach(loss -> losses.put(loss.name(), loss.mean()));
        return new Slopes(gradient, losses);
    }

    private static float[] labels(Batch batch, RowLoss loss) {
        return switch (loss.name()) {
            case "softmax" -> batch.classes;
            case "multilabel" -> batch.tags;
            case "triplet" -> batch.triplets;
            default -> batch.drawings;
        };
    }

    @Override
    public void close() {
        pictures.close();
        labels.forEach(INDArray::close);
    }
}
