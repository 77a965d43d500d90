package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of a convolution as ONNX wants them.
 *
 * @param weight [out, in/groups, h, w], of a transposed convolution [in, out, h, w]
 * @param bias one number an output channel
 * @param groups into how many groups the channels are split
 */
record Filters(INDArray weight, INDArray bias, long groups) {

    static Filters of(ConvolutionLayer layer, Map<String, INDArray> parameters) {
        INDArray stored = requireNonNull(parameters.get("W"), "W");
        INDArray weight = stored;
        long groups = 1;
        long channels = stored.size(0);
        if (layer instanceof DepthwiseConvolution2D) {
            groups = stored.size(2);
            channels = stored.size(2) * stored.size(3);
            weight = stored.permute(2, 3, 0, 1).dup('c').reshape(channels, 1, stored.size(0), stored.size(1));
        } else if (layer instanceof Deconvolution2D) {
            channels = stored.size(1);
        }
        INDArray bias = parameters.get("b");
        return new Filters(
                weight, bias == null ? Nd4j.zeros(DataType.FLOAT, channels) : bias.reshape(bias.length()), groups);
    }
}
