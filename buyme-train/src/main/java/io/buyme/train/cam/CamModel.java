package io.buyme.train.cam;

import static java.util.stream.Collectors.joining;

import io.buyme.onnx.PictureFormat;
import io.buyme.train.TagScore;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes the model file: tags, maps, and what is to be known about them. */
final class CamModel {

    private static final int VERSION_BYTES = 6;

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
                .metadata("buyme.version", version(graph))
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

    /** Returns a digest of all weights. */
    private static String version(ComputationGraph graph) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES);
            for (float weight : graph.params().data().asFloat()) {
                digest.update(bytes.clear().putFloat(weight).flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
