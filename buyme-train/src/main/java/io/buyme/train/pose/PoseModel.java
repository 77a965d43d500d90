package io.buyme.train.pose;

import io.buyme.train.data.Joints;
import io.buyme.train.net.HrNet;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes the model file: pictures [N, 3, height, width] in, heat maps [N, 17, height / 4, width / 4] out. */
public final class PoseModel {

    private PoseModel() {}

    /**
     * Writes the file.
     *
     * @param network of a {@link PoseCourse}, made for pictures of that width
     * @param version of the model
     * @param halfWeights whether weights are stored in 16 bits
     */
    public static ExportReport write(
            ComputationGraph network, int width, String version, boolean halfWeights, Path file) {
        OnnxExporter exporter = OnnxExporter.of(network, PoseNetwork.inputType(new PoseShape(width)))
                .input(PoseNetwork.IMAGE)
                .output(HrNet.HEAT_MAPS, HrNet.HEAT_MAPS)
                .metadata("buyme.version", version)
                .metadata("buyme.keypoints", String.join("\n", Joints.NAMES));
        return (halfWeights ? exporter.halfWeights() : exporter).write(file);
    }
}
