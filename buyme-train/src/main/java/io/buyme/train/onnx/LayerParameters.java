package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import io.buyme.train.onnx.WeightedNode.Kind;
import io.buyme.train.onnx.WeightedNode.Role;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Copies the weights of an ONNX node into one layer of DL4J, turned as DL4J stores them. */
final class LayerParameters {

    private final String name;
    private final Layer configuration;
    private final Map<String, INDArray> parameters;

    LayerParameters(String name, Layer configuration, Map<String, INDArray> parameters) {
        this.name = name;
        this.configuration = configuration;
        this.parameters = parameters;
    }

    /** Copies, or throws and leaves the layer as it was. */
    void copyFrom(WeightedNode node) {
        if (node.kind() != kind()) {
            throw wrong(node, "is of kind " + node.kind() + ", the layer of kind " + kind());
        }
        if (configuration instanceof BatchNormalization) {
            normalization(node);
        } else {
            filters(node);
        }
    }

    private Kind kind() {
        if (configuration instanceof BatchNormalization) {
            return Kind.NORMALIZATION;
        }
        if (configuration instanceof Deconvolution2D) {
            return Kind.TRANSPOSED_CONVOLUTION;
        }
        return configuration instanceof ConvolutionLayer ? Kind.CONVOLUTION : Kind.DENSE;
    }

    private void filters(WeightedNode node) {
        INDArray target = parameter("W", node);
        INDArray weight = turned(weight(node, Role.WEIGHT));
        checkShape(node, "weight", weight, target);
        INDArray bias = parameters.get("b");
        INDArray newBias = node.weights().get(Role.BIAS);
        if (bias != null && newBias != null) {
            newBias = newBias.reshape(1, newBias.length());
            checkShape(node, "bias", newBias, bias.reshape(1, bias.length()));
        }
        if (bias == null && newBias != null && newBias.amaxNumber().doubleValue() != 0) {
            throw wrong(node, "has a bias, the layer has none");
        }
        target.assign(weight);
        if (bias != null && newBias != null) {
            bias.assign(newBias.reshape(bias.shape()));
        } else if (bias != null) {
            bias.assign(0);
        }
    }

    /** From ONNX [out, in/group, h, w], [in, out, h, w] or [out, in] to what the layer stores. */
    private INDArray turned(INDArray weight) {
        if (configuration instanceof DepthwiseConvolution2D depthwise && weight.rank() == 4) {
            long multiplier = depthwise.getDepthMultiplier();
            return weight.reshape(weight.size(0) / multiplier, multiplier, weight.size(2), weight.size(3))
                    .permute(2, 3, 0, 1);
        }
        return kind() == Kind.DENSE && weight.rank() == 2 ? weight.transpose() : weight;
    }

    private void normalization(WeightedNode node) {
        BatchNormalization norm = (BatchNormalization) configuration;
        INDArray mean = parameter("mean", node);
        for (Role role : Role.values()) {
            if (weight(node, role).length() != mean.length()) {
                throw wrong(
                        node, "normalises " + weight(node, role).length() + " channels, the layer " + mean.length());
            }
        }
        if (norm.isLockGammaBeta()) {
            throw wrong(node, "has a scale and a shift, which are locked in the layer");
        }
        assign("gamma", weight(node, Role.WEIGHT));
        assign("beta", weight(node, Role.BIAS));
        assign("mean", weight(node, Role.MEAN));
        INDArray variance = weight(node, Role.VARIANCE);
        if (norm.isUseLogStd()) {
            assign("log10stdev", Transforms.log(variance, true).divi(2 * Math.log(10)));
        } else {
            assign("var", variance);
        }
    }

    private void assign(String parameter, INDArray value) {
        INDArray target = parameters.get(parameter);
        if (target != null) {
            target.assign(value.reshape(target.shape()));
        }
    }

    private INDArray parameter(String key, WeightedNode node) {
        INDArray parameter = parameters.get(key);
        if (parameter == null) {
            throw wrong(node, "has weights, the layer has no parameter '" + key + "'");
        }
        return parameter;
    }

    private INDArray weight(WeightedNode node, Role role) {
        INDArray weight = node.weights().get(role);
        if (weight == null) {
            throw wrong(node, "has no " + role + " among the initialisers");
        }
        return weight;
    }

    private void checkShape(WeightedNode node, String what, INDArray found, INDArray wanted) {
        if (!Arrays.equals(found.shape(), wanted.shape())) {
            throw wrong(
                    node,
                    "has a " + what + " of shape " + Arrays.toString(found.shape()) + ", the layer wants "
                            + Arrays.toString(wanted.shape()));
        }
    }

    private ModelFileException wrong(WeightedNode node, String message) {
        return new ModelFileException(
                Reason.WRONG_SHAPE, "layer '" + name + "': node '" + node.name() + "' of the file " + message);
    }
}
