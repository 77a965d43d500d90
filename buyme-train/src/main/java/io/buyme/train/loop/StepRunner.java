package io.buyme.train.loop;

import io.buyme.train.objective.RowLoss;
import io.buyme.train.objective.TripletLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes losses and gradients of batches with one network; its native arrays are used again for each batch. */
final class StepRunner implements AutoCloseable {

    private final EmbedderNetwork network;
    private final INDArray pictures;
    private final List<INDArray> labels = new ArrayList<>();
    private final float[] gradient;

    StepRunner(EmbedderNetwork network, Batch shape, int tags) {
        this.network = network;
        this.pictures = Nd4j.create(DataType.FLOAT, shape.rows, 3, shape.size, shape.size);
        this.gradient = new float[Math.toIntExact(network.graph().numParams())];
        for (RowLoss loss : network.losses()) {
            labels.add(Nd4j.create(DataType.FLOAT, shape.rows, columns(loss, tags)));
        }
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
     * @return the gradient, summed over the batch's rows; overwritten by the next call
     */
    float[] gradient(Batch batch, Weights weights, long seed) {
        ComputationGraph graph = network.graph();
        Floats.copy(weights.values, graph.params());
        Floats.copy(batch.pictures, pictures);
        for (int i = 0; i < labels.size(); i++) {
            Floats.copy(labels(batch, network.losses().get(i)), labels.get(i));
        }
        Nd4j.getRandom().setSeed(seed);
        graph.setInputs(pictures);
        graph.setLabels(labels.toArray(INDArray[]::new));
        graph.computeGradientAndScore();
        Floats.copy(graph.getGradientsViewArray(), gradient);
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
