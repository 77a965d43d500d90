package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Reads a model that Keras has saved, configuration and weights together, in an HDF5 file. */
final class KerasFile {

    private static final String CONFIGURATION = "model_config";

    private KerasFile() {}

    static ModelImport.Model read(Path file) {
        JsonNode configuration = configuration(file);
        try {
            ComputationGraph network = configuration.path("class_name").asText().equals("Sequential")
                    ? KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false)
                            .toComputationGraph()
                    : KerasModelImport.importKerasModelAndWeights(file.toString(), false);
            return new ModelImport.Model(network, inputType(configuration, ModelImport.format(network)));
        } catch (UnsupportedKerasConfigurationException e) {
            throw new ModelFileException(
                    Reason.UNSUPPORTED, file + " has what DL4J does not know: " + e.getMessage(), e);
        } catch (InvalidKerasConfigurationException e) {
            throw new ModelFileException(Reason.NOT_A_MODEL, file + " contradicts itself: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(
                    Reason.NOT_A_MODEL, file + " cannot be read as a Keras model: " + e.getMessage(), e);
        }
    }

    private static JsonNode configuration(Path file) {
        // What goes wrong is in the exception; HDF5 need not print it as well.
        org.bytedeco.hdf5.Exception.dontPrint();
        try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
            if (!archive.hasAttribute(CONFIGURATION)) {
                throw new ModelFileException(
                        Reason.NOT_A_MODEL,
                        file + " is an HDF5 file without a model: use model.save(), not model.save_weights()");
            }
            return new ObjectMapper().readTree(archive.readAttributeAsJson(CONFIGURATION));
        } catch (JsonProcessingException | UnsupportedKerasConfigurationException e) {
            throw new ModelFileException(Reason.NOT_A_MODEL, file + " has an unreadable model configuration", e);
        } catch (RuntimeException e) {
            if (e instanceof ModelFileException known) {
                throw known;
            }
            throw new ModelFileException(Reason.TRUNCATED, file + " starts as HDF5, but ends early or is damaged", e);
        }
    }

    /** The first layer that states its input, [batch, height, width, channels] or [batch, channels, height, width]. */
    private static Optional<InputTypeConvolutional> inputType(JsonNode configuration, CNN2DFormat format) {
        JsonNode shape = configuration.findValue("batch_input_shape");
        if (shape == null || shape.size() != 4) {
            return Optional.empty();
        }
        boolean channelsLast = format == CNN2DFormat.NHWC;
        int height = shape.get(channelsLast ? 1 : 2).asInt();
        int width = shape.get(channelsLast ? 2 : 3).asInt();
        int channels = shape.get(channelsLast ? 3 : 1).asInt();
        boolean known = height > 0 && width > 0 && channels > 0;
        return known
                ? Optional.of((InputTypeConvolutional) InputType.convolutional(height, width, channels, format))
                : Optional.empty();
    }
}
