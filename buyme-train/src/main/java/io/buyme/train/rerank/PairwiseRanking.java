package io.buyme.train.rerank;

import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.TrainingException;
import io.buyme.train.net.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Learns a weight for each signal so that what was preferred gets the larger weighted sum: RankNet (Burges and others,
 * "Learning to Rank using Gradient Descent", ICML 2005) with a linear scorer. A DL4J layer of one unit without bias sees
 * the difference of two products, and its sigmoid is the probability that the first is preferred. A weight of whose signal
 * the preferences tell nothing stays what it was at the start, and none falls below
 * zero: few clicks shall not turn the meaning of a signal around.
 *
 * @param seed of what is drawn
 * @param epochs passes over all preferences
 * @param perQuery so many preferences of each query, drawn by their weights and with repeats, so that every query counts as
 *     much as any other
 */
public record PairwiseRanking(long seed, int epochs, int perQuery) {

    private static final double RATE = 0.05;

    /** Checks that the numbers are positive. */
    public PairwiseRanking {
        if (epochs < 1 || perQuery < 1) {
            throw new IllegalArgumentException(
                    "epochs and perQuery are at least 1, got %d and %d".formatted(epochs, perQuery));
        }
    }

    /** Returns the usual settings. */
    public static PairwiseRanking standard(long seed) {
        return new PairwiseRanking(seed, 400, 100);
    }

    /**
     * Returns the weights learned, in the calling thread.
     *
     * @param start to begin with, one for each signal, none below zero
     * @param fixed places of the weights that stay as they are
     * @throws TrainingException if there is no preference, or the weights come out as no numbers
     */
    public List<Double> fit(Collection<Preference> preferences, List<Double> start, Set<Integer> fixed) {
        List<Preference> drawn = draw(preferences);
        if (drawn.isEmpty()) {
            throw new TrainingException(
                    TrainingException.Reason.TOO_LITTLE_DATA,
                    "nobody preferred anything to anything: no query has both a clicked product and one passed over",
                    null);
        }
        Engine.start();
        MultiLayerNetwork network = network(start);
        INDArray differences = differences(drawn, start.size());
        INDArray preferred = Nd4j.ones(drawn.size(), 1);
        for (int epoch = 0; epoch < epochs; epoch++) {
            network.fit(differences, preferred);
            fixed.forEach(place -> network.params().putScalar(place, start.get(place)));
        }
        List<Double> weights = new ArrayList<>();
        for (float weight : network.params().dup('c').data().asFloat()) {
            weights.add((double) weight);
        }
        if (weights.stream().anyMatch(weight -> !Double.isFinite(weight))) {
            throw new TrainingException(TrainingException.Reason.DIVERGED, "the weights came out as " + weights, null);
        }
        return weights;
    }

    private MultiLayerNetwork network(List<Double> start) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(RATE))
                .constrainWeights(new NonNegativeConstraint())
                .list()
                .layer(new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(start.size())
                        .nOut(1)
                        .hasBias(false)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        float[] values = new float[start.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = start.get(i).floatValue();
        }
        network.setParams(Nd4j.create(values, new long[] {1, values.length}, 'c'));
        return network;
    }

    private List<Preference> draw(Collection<Preference> preferences) {
        Map<String, List<Preference>> byQuery = new LinkedHashMap<>();
        preferences.forEach(p ->
                byQuery.computeIfAbsent(p.query(), query -> new ArrayList<>()).add(p));
        Random random = new Random(Randoms.seed(seed));
        List<Preference> drawn = new ArrayList<>();
        for (List<Preference> ofQuery : byQuery.values()) {
            double all = ofQuery.stream().mapToDouble(Preference::weight).sum();
            for (int i = 0; i < perQuery; i++) {
                drawn.add(at(random.nextDouble() * all, ofQuery));
            }
        }
        return drawn;
    }

    /** Returns the preference at a place on a line, along which each takes as much room as its weight. */
    private static Preference at(double place, List<Preference> preferences) {
        double left = place;
        for (Preference preference : preferences) {
            left -= preference.weight();
            if (left < 0) {
                return preference;
            }
        }
        return preferences.get(preferences.size() - 1);
    }

    private static INDArray differences(List<Preference> preferences, int signals) {
        float[] values = new float[preferences.size() * signals];
        int next = 0;
        for (Preference preference : preferences) {
            if (preference.better().size() != signals) {
                throw new IllegalArgumentException("wanted %d signals, got %s".formatted(signals, preference.better()));
            }
            for (int i = 0; i < signals; i++) {
                values[next++] =
                        (float) (preference.better().get(i) - preference.worse().get(i));
            }
        }
        return Nd4j.create(values, new long[] {preferences.size(), signals}, 'c');
    }
}
