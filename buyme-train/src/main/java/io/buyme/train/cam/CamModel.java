package io.buyme.train.cam;

import static java.util.stream.Collectors.joining;

import io.buyme.onnx.PictureFormat;
import io.buyme.train.TagScore;
import io.buyme.train.WeightsDigest;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes the model file: tags, maps, and what is to be known about them. */
final class CamModel {

    private final CamNetwork network;

    CamModel(CamNetwork network) {
        this.network = network;
    }

    /**
     * Writes the file.
     *
     * @param heat how heat becomes boxes, for each category; empty if that is not known yet
     */
    ExportReport write(
            ComputationGraph graph,
            int size,
            List<TagScore> scores,
            List<HeatTuning.Tuned> heat,
            boolean halfWeights,
            Path file) {
        OnnxExporter exporter = OnnxExporter.of(graph, network.inputType(size))
                .input(CamNetwork.IMAGE)
                .pooled("tags", CamNetwork.MAPS, network.sharpness())
                .output("maps", CamNetwork.MAPS)
                .metadata("buyme.format", "1")
                .metadata("buyme.version", WeightsDigest.of(graph))
                .metadata(
                        "buyme.picture",
                        PictureFormat.mobileNetV2().withSize(size, size).toText())
                .metadata("buyme.labels", scores.stream().map(CamModel::line).collect(joining("\n")));
        if (!heat.isEmpty()) {
            exporter.metadata("buyme.heat", heat.stream().map(HeatTuning.Tuned::toLine).collect(joining("\n")));
        }
        if (halfWeights) {
            exporter.halfWeights();
        }
        return exporter.write(file);
    }

    private static String line(TagScore score) {
        return "%s\t%s\t%s".formatted(score.name(), score.a(), score.b());
    }
}
