package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What batch normalisation does once training is over: each channel times a factor plus a summand. */
final class ChannelScale {

    private final float[] factors;
    private final float[] summands;

    private ChannelScale(float[] factors, float[] summands) {
        this.factors = factors;
        this.summands = summands;
    }

    static ChannelScale of(BatchNormalization layer, Map<String, INDArray> parameters) {
        float[] means = numbers(parameters, "mean");
        boolean locked = layer.isLockGammaBeta();
        float[] gammas = locked ? filled(layer.getGamma(), means.length) : numbers(parameters, "gamma");
        float[] betas = locked ? filled(layer.getBeta(), means.length) : numbers(parameters, "beta");
        float[] spreads = numbers(parameters, layer.isUseLogStd() ? "log10stdev" : "var");
        float[] factors = new float[means.length];
        float[] summands = new float[means.length];
        for (int i = 0; i < factors.length; i++) {
            double variance = layer.isUseLogStd() ? Math.pow(100, spreads[i]) : spreads[i];
            double factor = gammas[i] / Math.sqrt(variance + layer.getEps());
            factors[i] = (float) factor;
            summands[i] = (float) (betas[i] - means[i] * factor);
        }
        return new ChannelScale(factors, summands);
    }

    /** Returns one factor a channel. */
    INDArray factors() {
        return Nd4j.createFromArray(factors);
    }

    /** Returns one summand a channel. */
    INDArray summands() {
        return Nd4j.createFromArray(summands);
    }

    /** Returns filters that do the scaling of their output channels as well. Not for transposed convolutions. */
    Filters into(Filters filters) {
        float[] weights = OnnxBuilder.numbers(filters.weight());
        float[] biases = OnnxBuilder.numbers(filters.bias());
        int perChannel = weights.length / factors.length;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factors[i / perChannel];
        }
        for (int i = 0; i < biases.length; i++) {
            biases[i] = biases[i] * factors[i] + summands[i];
        }
        return new Filters(
                Nd4j.create(weights, filters.weight().shape(), 'c'), Nd4j.createFromArray(biases), filters.groups());
    }

    private static float[] numbers(Map<String, INDArray> parameters, String key) {
        return OnnxBuilder.numbers(requireNonNull(parameters.get(key), key));
    }

    private static float[] filled(double value, int length) {
        float[] values = new float[length];
        Arrays.fill(values, (float) value);
        return values;
    }
}
