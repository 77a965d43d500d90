package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.factory.Nd4j;

/** Adds activation functions to an ONNX graph. */
final class ActivationNodes {

    private ActivationNodes() {}

    /** Adds the activation of the layer of the given name to an input, and returns the result's name. */
    static String add(OnnxBuilder onnx, IActivation activation, String layer, String input) {
        String name = layer + ".activation";
        List<String> inputs = List.of(input);
        if (activation instanceof ActivationIdentity) {
            return input;
        }
        if (activation instanceof ActivationReLU relu) {
            return relu(onnx, relu, layer, input);
        }
        if (activation instanceof ActivationReLU6) {
            return clip(onnx, 6, layer, input);
        }
        if (activation instanceof ActivationLReLU leaky) {
            return onnx.node("LeakyRelu", name, inputs, Attributes.number("alpha", leaky.getAlpha()));
        }
        if (activation instanceof ActivationELU elu) {
            return onnx.node("Elu", name, inputs, Attributes.number("alpha", elu.getAlpha()));
        }
        if (activation instanceof ActivationSigmoid) {
            return onnx.node("Sigmoid", name, inputs);
        }
        if (activation instanceof ActivationTanH) {
            return onnx.node("Tanh", name, inputs);
        }
        if (activation instanceof ActivationSoftmax) {
            return onnx.node("Softmax", name, inputs, Attributes.integer("axis", 1));
        }
        if (activation instanceof ActivationSwish) {
            String gate = onnx.node("Sigmoid", layer + ".gate", inputs);
            return onnx.node("Mul", name, List.of(input, gate));
        }
        throw new ModelFileException(
                Reason.UNSUPPORTED,
                "layer '" + layer + "' has activation " + activation
                        + "; wanted identity, relu, relu6, leaky relu, elu, sigmoid, tanh, softmax or swish");
    }

    private static String relu(OnnxBuilder onnx, ActivationReLU relu, String layer, String input) {
        boolean plain = isZero(relu.getThreshold()) && isZero(relu.getNegativeSlope());
        if (!plain) {
            throw new ModelFileException(
                    Reason.UNSUPPORTED,
                    "layer '" + layer + "' has a relu with a threshold or a negative slope; wanted a plain one");
        }
        Double maximum = relu.getMax();
        boolean bounded = maximum != null && maximum > 0;
        return bounded ? clip(onnx, maximum, layer, input) : onnx.node("Relu", layer + ".activation", List.of(input));
    }

    private static String clip(OnnxBuilder onnx, double maximum, String layer, String input) {
        String low = onnx.constant(layer + ".low", Nd4j.scalar(0f));
        String high = onnx.constant(layer + ".high", Nd4j.scalar((float) maximum));
        return onnx.node("Clip", layer + ".activation", List.of(input, low, high));
    }

    private static boolean isZero(Double value) {
        return value == null || value == 0;
    }
}
