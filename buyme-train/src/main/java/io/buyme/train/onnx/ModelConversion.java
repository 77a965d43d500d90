package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * Makes an ONNX embedder of a Keras or DL4J model: pictures [N, 3, H, W] in at {@code image}, vectors of length 1 out
 * at {@code embedding}.
 */
public final class ModelConversion {

    private static final int COLORS = 3;

    private ModelConversion() {}

    /**
     * How to convert.
     *
     * @param size the side of the square pictures, if the model does not tell or takes any
     * @param vertex the vertex with the features; else the last one before the classifier
     * @param halfWeights whether to store weights in 16 bits
     * @param metadata lines for the model's own metadata
     */
    public record Options(
            OptionalInt size, Optional<String> vertex, boolean halfWeights, Map<String, String> metadata) {

        /** Copies its arguments. */
        public Options {
            requireNonNull(size, "size");
            requireNonNull(vertex, "vertex");
            metadata = Map.copyOf(metadata);
        }

        /** Returns options that leave everything to the model. */
        public static Options standard() {
            return new Options(OptionalInt.empty(), Optional.empty(), false, Map.of());
        }
    }

    /**
     * Converts a model, checked as {@link OnnxExporter#write} says.
     *
     * @param in a Keras {@code .h5} or DL4J {@code .zip} file
     * @param out the ONNX file to write
     * @throws ModelFileException if the model cannot be read or translated, or {@code out} cannot be written
     * @throws IllegalArgumentException if there is no such vertex
     */
    public static ExportReport toOnnx(Path in, Path out, Options options) {
        ModelImport.Model model = ModelImport.read(in);
        ComputationGraph network = model.network();
        String features = options.vertex().orElseGet(() -> beforeClassifier(network));
        OnnxExporter exporter =
                OnnxExporter.of(network, inputType(in, model, options.size())).embedding("embedding", features);
        options.metadata().forEach(exporter::metadata);
        return (options.halfWeights() ? exporter.halfWeights() : exporter).write(out);
    }

    private static InputType inputType(Path in, ModelImport.Model model, OptionalInt size) {
        if (size.isPresent()) {
            long channels =
                    model.inputType().map(InputTypeConvolutional::getChannels).orElse((long) COLORS);
            return InputType.convolutional(
                    size.getAsInt(), size.getAsInt(), channels, ModelImport.format(model.network()));
        }
        return model.inputType()
                .orElseThrow(() -> new ModelFileException(
                        Reason.WRONG_SHAPE, in + " does not tell the size of its pictures; give one, such as 224"));
    }

    /** A model that ends in probabilities has its features in front of the layer that makes them. */
    private static String beforeClassifier(ComputationGraph network) {
        String vertex = network.getConfiguration().getNetworkOutputs().get(0);
        while (network.getVertex(vertex).hasLayer()) {
            Layer layer = Frozen.thawed(network.getLayer(vertex).conf().getLayer());
            IActivation activation = GraphTranslation.activation(network, vertex);
            boolean probabilities = activation instanceof ActivationSoftmax || activation instanceof ActivationSigmoid;
            boolean classifies = layer instanceof FeedForwardLayer && probabilities;
            boolean passes = layer instanceof LossLayer
                    || layer instanceof DropoutLayer
                    || (layer instanceof ActivationLayer && probabilities);
            if (!classifies && !passes) {
                return vertex;
            }
            vertex = requireNonNull(network.getConfiguration().getVertexInputs().get(vertex), "inputs")
                    .get(0);
            if (classifies && !passes) {
                return vertex;
            }
        }
        return vertex;
    }
}
