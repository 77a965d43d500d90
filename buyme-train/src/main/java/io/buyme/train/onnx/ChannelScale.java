package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What batch normalisation does once training is over: each channel times a factor plus a summand.
 *
 * @param factor one number a channel, in double precision
 * @param summand one number a channel, in double precision
 */
record ChannelScale(INDArray factor, INDArray summand) {

    static ChannelScale of(BatchNormalization layer, Map<String, INDArray> parameters) {
        INDArray mean = vector(parameters, "mean");
        INDArray variance = layer.isUseLogStd()
                ? Transforms.pow(filled(100, mean), vector(parameters, "log10stdev"))
                : vector(parameters, "var");
        INDArray gamma = layer.isLockGammaBeta() ? filled(layer.getGamma(), mean) : vector(parameters, "gamma");
        INDArray beta = layer.isLockGammaBeta() ? filled(layer.getBeta(), mean) : vector(parameters, "beta");
        INDArray factor = gamma.div(Transforms.sqrt(variance.add(layer.getEps())));
        return new ChannelScale(factor, beta.sub(mean.mul(factor)));
    }

    private static INDArray filled(double value, INDArray like) {
        return Nd4j.valueArrayOf(like.shape(), value, DataType.DOUBLE);
    }

    private static INDArray vector(Map<String, INDArray> parameters, String key) {
        INDArray parameter = requireNonNull(parameters.get(key), key);
        return parameter.castTo(DataType.DOUBLE).reshape(parameter.length());
    }
}
