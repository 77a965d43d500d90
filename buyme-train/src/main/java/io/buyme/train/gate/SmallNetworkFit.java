package io.buyme.train.gate;

import io.buyme.train.loop.TrainingException;
import io.buyme.train.net.Engine;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Fits a {@link SmallNetwork} by cross entropy, on all examples at once in each step (Adam).
 *
 * @param seed of the weights at the start
 * @param units in the hidden layer
 * @param steps of the optimizer
 * @param decay pull of the weights towards zero
 */
public record SmallNetworkFit(long seed, int units, int steps, double decay) {

    private static final double RATE = 0.01;

    /** Checks the numbers. */
    public SmallNetworkFit {
        if (units < 1 || steps < 1 || !(decay >= 0)) {
            throw new IllegalArgumentException("units and steps are at least 1 and decay at least 0, got %d, %d and %s"
                    .formatted(units, steps, decay));
        }
    }

    /**
     * Returns a network that tells the targets from the inputs, in the calling thread.
     *
     * @param inputs rows of equal length, about -1 to 1
     * @param targets a row for each of them, 0 or 1
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws TrainingException if there is no row, or the weights come out as no numbers
     */
    public SmallNetwork fit(List<List<Double>> inputs, List<List<Double>> targets) {
        if (inputs.size() != targets.size()) {
            throw new IllegalArgumentException(
                    "%d rows of inputs and %d of targets".formatted(inputs.size(), targets.size()));
        }
        if (inputs.isEmpty()) {
            throw new TrainingException(
                    TrainingException.Reason.TOO_LITTLE_DATA, "there is no example to learn from", null);
        }
        // Layers this small take longer on several threads than on one.
        Engine.start(1);
        MultiLayerNetwork network = network(inputs.get(0).size(), targets.get(0).size());
        INDArray in = matrix(inputs);
        INDArray out = matrix(targets);
        for (int step = 0; step < steps; step++) {
            network.fit(in, out);
        }
        if (network.params().isNaN().any()) {
            throw new TrainingException(TrainingException.Reason.DIVERGED, "the weights are no numbers any more", null);
        }
        return weights(network);
    }

    private MultiLayerNetwork network(int inputs, int outputs) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(RATE))
                .l2(decay)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(inputs)
                        .nOut(units)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(units)
                        .nOut(outputs)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static SmallNetwork weights(MultiLayerNetwork network) {
        return new SmallNetwork(
                rows(network.getParam("0_W").transpose()),
                numbers(network.getParam("0_b").toFloatVector()),
                rows(network.getParam("1_W").transpose()),
                numbers(network.getParam("1_b").toFloatVector()));
    }

    private static INDArray matrix(List<List<Double>> rows) {
        INDArray matrix = Nd4j.create(rows.size(), rows.get(0).size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                matrix.putScalar(row, column, rows.get(row).get(column));
            }
        }
        return matrix;
    }

    private static List<List<Double>> rows(INDArray matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (float[] row : matrix.toFloatMatrix()) {
            rows.add(numbers(row));
        }
        return rows;
    }

    private static List<Double> numbers(float[] values) {
        List<Double> numbers = new ArrayList<>();
        for (float value : values) {
            numbers.add((double) value);
        }
        return numbers;
    }
}
