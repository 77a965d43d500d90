package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import org.deeplearning4j.nn.conf.ConvolutionMode;

/** The sliding window of a convolution or a pooling layer, as attributes of an ONNX node. */
final class Windows {

    private Windows() {}

    /**
     * Returns kernel, strides, dilations and padding. Padding that depends on the size of the input stays a rule
     * ("as much as keeps the size, the odd one at the end"), so that the model takes pictures of any size.
     */
    static List<AttributeProto> attributes(
            String layer, ConvolutionMode mode, int[] kernel, int[] stride, int[] padding, int[] dilation) {
        List<AttributeProto> attributes = new ArrayList<>();
        attributes.add(Attributes.integers("kernel_shape", kernel));
        attributes.add(Attributes.integers("strides", stride));
        if (Arrays.stream(dilation).anyMatch(step -> step != 1)) {
            attributes.add(Attributes.integers("dilations", dilation));
        }
        switch (mode) {
            case Same -> attributes.add(Attributes.text("auto_pad", "SAME_UPPER"));
            case Truncate, Strict ->
                attributes.add(Attributes.integers("pads", padding[0], padding[1], padding[0], padding[1]));
            case Causal ->
                throw new ModelFileException(
                        Reason.UNSUPPORTED, "layer '" + layer + "' has causal padding, which is for sequences");
        }
        return attributes;
    }
}
