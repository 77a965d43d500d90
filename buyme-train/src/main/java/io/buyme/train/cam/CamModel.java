package io.buyme.train.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.train.onnx.DetectorMetadata;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes the model file: tags, maps, and what is to be known about them. */
public final class CamModel {

    private final ComputationGraph network;
    private final int size;
    private final double sharpness;

    /**
     * Creates a writer.
     *
     * @param network of a {@link CamCourse}
     * @param size of its pictures
     * @param sharpness of the pooling that it was trained with
     */
    public CamModel(ComputationGraph network, int size, double sharpness) {
        this.network = requireNonNull(network, "network");
        this.size = size;
        this.sharpness = sharpness;
    }

    /**
     * Writes the file.
     *
     * @param version of the model
     * @param labels for each category a line with its name and the two numbers that make its logit a probability
     * @param halfWeights whether weights are stored in 16 bits
     */
    public ExportReport write(String version, List<String> labels, boolean halfWeights, Path file) {
        OnnxExporter exporter = OnnxExporter.of(network, CamNetwork.inputType(size))
                .input(CamNetwork.IMAGE)
                .pooled("tags", CamNetwork.MAPS, sharpness)
                .output("maps", CamNetwork.MAPS);
        DetectorMetadata.of(version, labels, size, size).forEach(exporter::metadata);
        return (halfWeights ? exporter.halfWeights() : exporter).write(file);
    }
}
