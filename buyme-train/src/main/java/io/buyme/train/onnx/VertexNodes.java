package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.modelimport.keras.preprocessors.TensorFlowCnnToFeedForwardPreProcessor;
import org.nd4j.linalg.factory.Nd4j;

/** Adds vertices that are no layers to an ONNX graph, and the changes of shape between layers. */
final class VertexNodes {

    private static final double TINY = 1e-8;

    private final OnnxBuilder onnx;

    VertexNodes(OnnxBuilder onnx) {
        this.onnx = onnx;
    }

    String add(String name, GraphVertex vertex, List<String> inputs) {
        if (vertex instanceof ElementWiseVertex elementWise) {
            return elementWise(name, elementWise.getOp(), inputs);
        }
        if (vertex instanceof MergeVertex) {
            return onnx.node("Concat", name, inputs, Attributes.integer("axis", 1));
        }
        if (vertex instanceof L2NormalizeVertex norm) {
            return rows(name, norm, inputs.get(0));
        }
        if (vertex instanceof ScaleVertex scale) {
            return onnx.node("Mul", name, List.of(inputs.get(0), number(name, scale.getScaleFactor())));
        }
        if (vertex instanceof ShiftVertex shift) {
            return onnx.node("Add", name, List.of(inputs.get(0), number(name, shift.getShiftFactor())));
        }
        if (vertex instanceof SubsetVertex subset) {
            String starts = onnx.integers(name + ".from", subset.getFrom());
            String ends = onnx.integers(name + ".to", subset.getTo() + 1L);
            return onnx.node("Slice", name, List.of(inputs.get(0), starts, ends, onnx.integers(name + ".axis", 1)));
        }
        if (vertex instanceof PreprocessorVertex preProcessor) {
            return preProcess(name, preProcessor.getPreProcessor(), inputs.get(0));
        }
        throw new ModelFileException(
                Reason.UNSUPPORTED,
                "vertex '" + name + "' of kind " + vertex.getClass().getSimpleName()
                        + " has no counterpart here in ONNX");
    }

    /** Adds the change of shape before a layer. What DL4J flattens channels last, is flattened so here. */
    @SuppressWarnings("deprecation") // Models saved by older versions have it.
    String preProcess(String layer, InputPreProcessor preProcessor, String input) {
        if (preProcessor instanceof CnnToFeedForwardPreProcessor flatten) {
            return flattened(layer, flatten.getFormat() == CNN2DFormat.NHWC, input);
        }
        if (preProcessor instanceof TensorFlowCnnToFeedForwardPreProcessor) {
            return flattened(layer, true, input);
        }
        if (preProcessor instanceof FeedForwardToCnnPreProcessor map) {
            String shape = onnx.integers(
                    layer + ".shape", -1, map.getNumChannels(), map.getInputHeight(), map.getInputWidth());
            return onnx.node("Reshape", layer + ".map", List.of(input, shape));
        }
        if (preProcessor instanceof ComposableInputPreProcessor several) {
            String value = input;
            for (int i = 0; i < several.getInputPreProcessors().length; i++) {
                value = preProcess(layer + "." + i, several.getInputPreProcessors()[i], value);
            }
            return value;
        }
        throw new ModelFileException(
                Reason.UNSUPPORTED,
                "layer '" + layer + "' has an input of kind "
                        + preProcessor.getClass().getSimpleName() + ", which has no counterpart here in ONNX");
    }

    private String flattened(String layer, boolean channelsLast, String input) {
        String value = channelsLast
                ? onnx.node(
                        "Transpose", layer + ".channels_last", List.of(input), Attributes.integers("perm", 0, 2, 3, 1))
                : input;
        return onnx.node("Flatten", layer + ".flat_input", List.of(value), Attributes.integer("axis", 1));
    }

    private String elementWise(String name, ElementWiseVertex.Op operation, List<String> inputs) {
        return switch (operation) {
            case Add -> onnx.node("Sum", name, inputs);
            case Average -> onnx.node("Mean", name, inputs);
            case Max -> onnx.node("Max", name, inputs);
            case Subtract -> onnx.node("Sub", name, inputs);
            case Product -> product(name, inputs);
        };
    }

    private String product(String name, List<String> inputs) {
        String value = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            value = onnx.node("Mul", i == inputs.size() - 1 ? name : name + "." + i, List.of(value, inputs.get(i)));
        }
        return value;
    }

    private String rows(String name, L2NormalizeVertex vertex, String input) {
        boolean rowsOnly = vertex.getDimension() == null
                || vertex.getDimension().length == 0
                || (vertex.getDimension().length == 1 && vertex.getDimension()[0] == 1);
        if (!rowsOnly) {
            throw new ModelFileException(
                    Reason.UNSUPPORTED, "vertex '" + name + "' normalises along another axis than 1");
        }
        return unitLength(name, vertex.getEps(), input);
    }

    /** Adds vectors of length 1 for an output, from vectors or from the average over maps. */
    String unitVector(String output, boolean ofMap, String input) {
        String vector = input;
        if (ofMap) {
            String average = onnx.node("GlobalAveragePool", output + ".average", List.of(input));
            vector = onnx.node("Flatten", output + ".vector", List.of(average), Attributes.integer("axis", 1));
        }
        return unitLength(output + ".unit", TINY, vector);
    }

    /** Divides by the length, as DL4J does: no less than a tiny number, so that zeros stay zeros. */
    private String unitLength(String name, double smallest, String input) {
        String length = onnx.node(
                "ReduceL2",
                name + ".length",
                List.of(input),
                Attributes.integers("axes", 1),
                Attributes.integer("keepdims", 1));
        String bounded = onnx.node("Max", name + ".bounded", List.of(length, number(name, smallest)));
        return onnx.node("Div", name, List.of(input, bounded));
    }

    private String number(String name, double value) {
        return onnx.constant(name + ".number", Nd4j.scalar((float) value));
    }
}
