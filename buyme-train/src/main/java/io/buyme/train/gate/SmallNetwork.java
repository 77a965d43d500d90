package io.buyme.train.gate;

import java.util.List;

/**
 * Weights of a network with one hidden layer of {@code tanh} units and logistic outputs. Immutable.
 *
 * @param hiddenWeights a row for each unit, in it a number for each input
 * @param hiddenBiases one for each unit
 * @param outputWeights a row for each output, in it a number for each unit
 * @param outputBiases one for each output
 */
public record SmallNetwork(
        List<List<Double>> hiddenWeights,
        List<Double> hiddenBiases,
        List<List<Double>> outputWeights,
        List<Double> outputBiases) {

    /** Copies the lists. */
    public SmallNetwork {
        hiddenWeights = hiddenWeights.stream().map(List::copyOf).toList();
        hiddenBiases = List.copyOf(hiddenBiases);
        outputWeights = outputWeights.stream().map(List::copyOf).toList();
        outputBiases = List.copyOf(outputBiases);
    }
}
