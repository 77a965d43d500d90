package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.onnx.OnnxModel;
import io.buyme.train.onnx.ExportedOutput.Form;
import io.buyme.train.onnx.ModelFileException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Writes a network of DL4J as an ONNX model (operator set 13) that takes float pictures [N, C, H, W] in batches of any
 * size, and does so only if ONNX Runtime computes with it what DL4J computes. Not safe for concurrent use; the network
 * must not be trained meanwhile.
 */
public final class OnnxExporter {

    /** How far a value may be from DL4J's, relative to it or to the output's root mean square, or to 1 if that is more. */
    public static final double TOLERANCE = 1e-4;

    private final ComputationGraph network;
    private final List<ExportedOutput> outputs = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final InputType.InputTypeConvolutional inputType;
    private String input = "image";
    private boolean halfWeights;

    private OnnxExporter(ComputationGraph network, InputType.InputTypeConvolutional inputType) {
        this.network = network;
        this.inputType = inputType;
    }

    /**
     * Starts the export of a network with one input.
     *
     * @param inputType the type of the input, a picture; in the ONNX model it is NCHW even if it is NHWC in DL4J
     */
    public static OnnxExporter of(ComputationGraph network, InputType inputType) {
        requireNonNull(network, "network");
        if (!(inputType instanceof InputType.InputTypeConvolutional picture) || network.getNumInputArrays() != 1) {
            throw new IllegalArgumentException("wanted a network with one picture as input, found "
                    + network.getNumInputArrays() + " inputs, the type " + inputType);
        }
        return new OnnxExporter(network, picture);
    }

    /** Names the input; {@code image} unless called. */
    public OnnxExporter input(String name) {
        input = requireNonNull(name, "name");
        return this;
    }

    /** Adds an output with the values of a vertex. */
    public OnnxExporter output(String name, String vertex) {
        return add(new ExportedOutput(name, vertex, Form.VALUES));
    }

    /** Adds an output with the values of a layer before its activation, such as those before a sigmoid. */
    public OnnxExporter logits(String name, String vertex) {
        return add(new ExportedOutput(name, vertex, Form.LOGITS));
    }

    /** Adds an output with the values of a vertex, averaged over the map if it is one, as a vector of length 1. */
    public OnnxExporter embedding(String name, String vertex) {
        return add(new ExportedOutput(name, vertex, Form.UNIT_VECTOR));
    }

    /** Adds a line to the model's own metadata. */
    public OnnxExporter metadata(String key, String value) {
        metadata.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    /**
     * Stores filters and matrices as 16-bit floats, which halves the file; computation stays in 32 bits. The report
     * says what that changes.
     */
    public OnnxExporter halfWeights() {
        halfWeights = true;
        return this;
    }

    /**
     * Checks the model on random pictures, a batch and each alone, and writes it: to a file beside the wanted one
     * first, which then takes its place.
     *
     * @throws ModelFileException if a layer cannot be translated, the check fails, or the file cannot be written; the
     *     wanted file is then as it was before
     * @throws IllegalStateException if no output was added
     */
    public ExportReport write(Path file) {
        Checked checked = check(file.toString());
        ModelFiles.replace(file, checked.model);
        return new ExportReport(file, checked.model.length, checked.translationDifference, checked.storedDifference);
    }

    /**
     * Checks the model as {@link #write} does, and opens it without a file.
     *
     * @param name for messages
     * @param threads on which one run is computed
     * @return a model that the caller closes
     * @throws ModelFileException if a layer cannot be translated, or the check fails
     * @throws IllegalStateException if no output was added
     */
    public OnnxModel open(String name, int threads) {
        return OnnxModel.open(check(name).model, name, threads);
    }

    /** A model that computes what the network does, and how far its numbers are off. */
    private static final class Checked {

        private final byte[] model;
        private final double translationDifference;
        private final double storedDifference;

        Checked(byte[] model, double translationDifference, double storedDifference) {
            this.model = model;
            this.translationDifference = translationDifference;
            this.storedDifference = storedDifference;
        }
    }

    private Checked check(String name) {
        if (outputs.isEmpty()) {
            throw new IllegalStateException("add an output before writing " + name);
        }
        ExportCheck check = new ExportCheck(network, inputType, input, outputs);
        byte[] exact = translate(check, false);
        double difference = check.difference(exact, name);
        if (!(difference <= TOLERANCE)) {
            throw new ModelFileException(
                    Reason.DIFFERS,
                    "not written: " + name + " would differ from the network by " + difference + ", allowed are "
                            + TOLERANCE);
        }
        byte[] model = halfWeights ? translate(check, true) : exact;
        return new Checked(model, difference, halfWeights ? check.difference(model, name) : difference);
    }

    private OnnxExporter add(ExportedOutput output) {
        if (network.getVertex(output.vertex()) == null) {
            throw new IllegalArgumentException("the network has no vertex '" + output.vertex() + "'");
        }
        if (output.name().equals(input)
                || outputs.stream().anyMatch(other -> other.name().equals(output.name()))) {
            throw new IllegalArgumentException("the name '" + output.name() + "' is taken");
        }
        outputs.add(output);
        return this;
    }

    private byte[] translate(ExportCheck check, boolean half) {
        Set<String> names = outputs.stream().map(ExportedOutput::name).collect(Collectors.toSet());
        names.add(input);
        OnnxBuilder onnx = new OnnxBuilder(OnnxBuilder.LAYERS, half, names);
        onnx.input(input, -1, inputType.getChannels(), inputType.getHeight(), inputType.getWidth());
        GraphTranslation translation = new GraphTranslation(
                network, onnx, outputs.stream().map(ExportedOutput::vertex).toList());
        translation.run(input);
        for (ExportedOutput output : outputs) {
            onnx.output(output.name(), translation.output(output, check.isOfMap(output)), check.shape(output));
        }
        return onnx.toModel(metadata);
    }
}
