package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/** Reads models that were trained elsewhere: Keras 2 in HDF5 ({@code .h5}), and DL4J ({@code .zip}). */
public final class ModelImport {

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    private ModelImport() {}

    /**
     * A network, and the type of its input where the file tells.
     *
     * @param network the network, with its weights
     * @param inputType the size of the pictures and their layout in memory; DL4J's files do not tell
     */
    public record Model(ComputationGraph network, Optional<InputType.InputTypeConvolutional> inputType) {}

    /**
     * Reads a model; what kind it is of, its first bytes say.
     *
     * @throws ModelFileException if the file is neither, is damaged, or has a layer that DL4J does not know
     */
    public static Model read(Path file) {
        byte[] start = firstBytes(file);
        if (startsWith(start, HDF5)) {
            return KerasFile.read(file);
        }
        if (startsWith(start, ZIP)) {
            return new Model(readZip(file), Optional.empty());
        }
        throw new ModelFileException(
                Reason.NOT_A_MODEL,
                file + " is neither a Keras model (.h5), which starts with \\x89HDF, nor one of DL4J (.zip)");
    }

    /** Returns the layout that the layers of a network agree on. */
    static CNN2DFormat format(ComputationGraph network) {
        boolean channelsLast = Arrays.stream(network.getLayers())
                .map(layer -> Frozen.thawed(layer.conf().getLayer()))
                .anyMatch(layer -> layer instanceof ConvolutionLayer convolution
                        && convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC);
        return channelsLast ? CNN2DFormat.NHWC : CNN2DFormat.NCHW;
    }

    private static ComputationGraph readZip(Path file) {
        try {
            return isGraph(file)
                    ? ModelSerializer.restoreComputationGraph(file.toFile(), false)
                    : ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false)
                            .toComputationGraph();
        } catch (ZipException | EOFException e) {
            throw new ModelFileException(Reason.TRUNCATED, file + " is a zip archive that ends early", e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ModelFileException known) {
                throw known;
            }
            throw new ModelFileException(Reason.NOT_A_MODEL, file + " cannot be read as a model of DL4J", e);
        }
    }

    private static boolean isGraph(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String wanted : List.of(CONFIGURATION, COEFFICIENTS)) {
                if (zip.getEntry(wanted) == null) {
                    throw new ModelFileException(
                            Reason.NOT_A_MODEL,
                            file + " is a zip archive without " + wanted + ": no model of DL4J"
                                    + (zip.getEntry("config.json") == null
                                            ? ""
                                            : "; it looks like Keras 3: save it as .h5"));
                }
            }
            try (InputStream configuration = zip.getInputStream(zip.getEntry(CONFIGURATION))) {
                String json = new String(configuration.readAllBytes(), StandardCharsets.UTF_8);
                return json.contains("\"networkInputs\"");
            }
        }
    }

    private static byte[] firstBytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HDF5.length);
        } catch (IOException e) {
            throw new ModelFileException(Reason.UNREADABLE, "cannot read " + file, e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
