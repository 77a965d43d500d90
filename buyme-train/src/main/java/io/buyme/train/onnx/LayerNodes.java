package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Adds single layers to an ONNX graph, without their activation. Maps are NCHW there, whatever they are in DL4J. */
final class LayerNodes {

    private final OnnxBuilder onnx;

    LayerNodes(OnnxBuilder onnx) {
        this.onnx = onnx;
    }

    /** Adds what a layer computes before its activation, and returns the result's name. */
    String add(String name, Layer layer, Map<String, INDArray> parameters, String input) {
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution(name, convolution, Filters.of(checked(name, convolution), parameters), input);
        }
        if (layer instanceof BatchNormalization norm) {
            return normalization(name, ChannelScale.of(norm, parameters), input);
        }
        if (layer instanceof SubsamplingLayer pooling && !(layer instanceof Subsampling1DLayer)) {
            return pooling(name, pooling, input);
        }
        if (layer instanceof GlobalPoolingLayer pooling) {
            return globalPooling(name, pooling, input);
        }
        if (layer instanceof ZeroPaddingLayer padding) {
            return padding(name, padding.getPadding(), input);
        }
        if (layer instanceof Cropping2D cropping) {
            return cropping(name, cropping.getCropping(), input);
        }
        if (layer instanceof Upsampling2D upsampling) {
            return upsampling(name, upsampling.getSize(), input);
        }
        if (isDense(layer)) {
            return dense(name, parameters, input);
        }
        if (layer instanceof ActivationLayer
                || layer instanceof DropoutLayer
                || layer instanceof LossLayer
                || layer instanceof CnnLossLayer) {
            return input;
        }
        throw unsupported(name, layer);
    }

    /** Adds a convolution whose filters may have taken up a normalisation. */
    String convolution(String name, ConvolutionLayer layer, Filters filters, String input) {
        List<AttributeProto> attributes = new ArrayList<>(
                layer instanceof Deconvolution2D
                        ? deconvolutionWindow(name, layer)
                        : Windows.attributes(
                                name,
                                layer.getConvolutionMode(),
                                layer.getKernelSize(),
                                layer.getStride(),
                                layer.getPadding(),
                                layer.getDilation()));
        attributes.add(Attributes.integer("group", filters.groups()));
        return onnx.node(
                layer instanceof Deconvolution2D ? "ConvTranspose" : "Conv",
                name,
                List.of(
                        input,
                        onnx.weight(name + ".weight", filters.weight()),
                        onnx.constant(name + ".bias", filters.bias())),
                attributes.toArray(AttributeProto[]::new));
    }

    /** A transposed convolution that keeps "the same size" gives input size times stride: a fixed padding. */
    private static List<AttributeProto> deconvolutionWindow(String name, ConvolutionLayer layer) {
        int[] kernel = layer.getKernelSize();
        int[] stride = layer.getStride();
        int[] dilation = layer.getDilation();
        if (layer.getConvolutionMode() != ConvolutionMode.Same) {
            return Windows.attributes(name, layer.getConvolutionMode(), kernel, stride, layer.getPadding(), dilation);
        }
        int[] pads = new int[4];
        int[] extra = new int[2];
        for (int i = 0; i < 2; i++) {
            int surplus = (kernel[i] - 1) * dilation[i] + 1 - stride[i];
            pads[i] = Math.max(surplus, 0) / 2;
            pads[i + 2] = Math.max(surplus, 0) - pads[i];
            extra[i] = Math.max(-surplus, 0);
        }
        return List.of(
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("dilations", dilation),
                Attributes.integers("pads", pads),
                Attributes.integers("output_padding", extra));
    }

    private String normalization(String name, ChannelScale scale, String input) {
        INDArray factor = scale.factors();
        return onnx.node(
                "BatchNormalization",
                name,
                List.of(
                        input,
                        onnx.constant(name + ".weight", factor),
                        onnx.constant(name + ".bias", scale.summands()),
                        onnx.constant(name + ".running_mean", Nd4j.zerosLike(factor)),
                        onnx.constant(name + ".running_var", Nd4j.onesLike(factor))),
                Attributes.number("epsilon", 0));
    }

    private String pooling(String name, SubsamplingLayer layer, String input) {
        List<AttributeProto> attributes = new ArrayList<>(Windows.attributes(
                name,
                layer.getConvolutionMode(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation()));
        switch (layer.getPoolingType()) {
            case MAX -> {
                return onnx.node("MaxPool", name, List.of(input), attributes.toArray(AttributeProto[]::new));
            }
            case AVG -> {
                attributes.add(Attributes.integer("count_include_pad", layer.isAvgPoolIncludePadInDivisor() ? 1 : 0));
                return onnx.node("AveragePool", name, List.of(input), attributes.toArray(AttributeProto[]::new));
            }
            default -> throw unsupported(name, layer);
        }
    }

    private String globalPooling(String name, GlobalPoolingLayer layer, String input) {
        if (layer.getPoolingType() != PoolingType.AVG && layer.getPoolingType() != PoolingType.MAX) {
            throw unsupported(name, layer);
        }
        String operator = layer.getPoolingType() == PoolingType.AVG ? "GlobalAveragePool" : "GlobalMaxPool";
        String pooled = onnx.node(operator, name, List.of(input));
        return layer.isCollapseDimensions() ? flatten(name, pooled) : pooled;
    }

    /** Adds [N, C, h, w] to [N, C*h*w]. */
    String flatten(String name, String input) {
        return onnx.node("Flatten", name + ".flat", List.of(input), Attributes.integer("axis", 1));
    }

    private String padding(String name, int[] sides, String input) {
        String pads = onnx.integers(name + ".pads", 0, 0, sides[0], sides[2], 0, 0, sides[1], sides[3]);
        return onnx.node("Pad", name, List.of(input, pads));
    }

    private String cropping(String name, int[] sides, String input) {
        String starts = onnx.integers(name + ".starts", sides[0], sides[2]);
        String ends = onnx.integers(
                name + ".ends", sides[1] == 0 ? Long.MAX_VALUE : -sides[1], sides[3] == 0 ? Long.MAX_VALUE : -sides[3]);
        return onnx.node("Slice", name, List.of(input, starts, ends, onnx.integers(name + ".axes", 2, 3)));
    }

    private String upsampling(String name, int[] size, String input) {
        String scales = onnx.constant(name + ".scales", Nd4j.createFromArray(1f, 1f, (float) size[0], (float) size[1]));
        return onnx.node(
                "Resize",
                name,
                List.of(input, "", scales),
                Attributes.text("mode", "nearest"),
                Attributes.text("coordinate_transformation_mode", "asymmetric"),
                Attributes.text("nearest_mode", "floor"));
    }

    private String dense(String name, Map<String, INDArray> parameters, String input) {
        INDArray weight = requireNonNull(parameters.get("W"), "W");
        INDArray bias = parameters.get("b");
        INDArray summand = bias == null ? Nd4j.zeros(DataType.FLOAT, weight.size(1)) : bias.reshape(bias.length());
        return onnx.node(
                "Gemm",
                name,
                List.of(input, onnx.weight(name + ".weight", weight), onnx.constant(name + ".bias", summand)));
    }

    private static boolean isDense(Layer layer) {
        boolean plain = layer instanceof FeedForwardLayer && !(layer instanceof RnnOutputLayer);
        boolean layerNorm = layer instanceof DenseLayer dense && dense.hasLayerNorm();
        return plain && !layerNorm && (layer instanceof DenseLayer || layer instanceof BaseOutputLayer);
    }

    private static ConvolutionLayer checked(String name, ConvolutionLayer layer) {
        if (layer instanceof Convolution1DLayer
                || layer instanceof Convolution3D
                || layer instanceof SeparableConvolution2D) {
            throw unsupported(name, layer);
        }
        return layer;
    }

    private static ModelFileException unsupported(String name, Layer layer) {
        return new ModelFileException(
                Reason.UNSUPPORTED,
                "layer '" + name + "' of kind " + layer.getClass().getSimpleName()
                        + " has no counterpart here in ONNX");
    }
}
