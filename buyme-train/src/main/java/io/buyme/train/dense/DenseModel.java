package io.buyme.train.dense;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.Scene;
import io.buyme.train.loop.Randoms;
import io.buyme.train.net.FeaturePyramid;
import io.buyme.train.onnx.DetectorMetadata;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A dense network as a model file, run by ONNX Runtime. For one thread. */
public final class DenseModel implements AutoCloseable {

    /** Name of the output with the classes' logits of cells. */
    static final String PIXELS = "pixels";

    /** Name of the output with the logits of categories. */
    public static final String PRESENCE = "presence";

    private final OnnxModel model;
    private final DenseShape shape;

    private DenseModel(OnnxModel model, DenseShape shape) {
        this.model = model;
        this.shape = shape;
    }

    /**
     * Writes the model file.
     *
     * @param version of the model
     * @param threshold of scores at which articles are kept
     * @param halfWeights whether weights are stored in 16 bits
     */
    public static ExportReport write(
            ComputationGraph network,
            DenseShape shape,
            String version,
            double threshold,
            boolean halfWeights,
            Path file) {
        OnnxExporter exporter = exporter(network, shape)
                .metadata("buyme.pixels", String.join("\n", shape.classes().names()));
        DetectorMetadata.ofPersons(version, shape.classes().categories(), shape.width(), shape.height(), threshold)
                .forEach(exporter::metadata);
        return (halfWeights ? exporter.halfWeights() : exporter).write(file);
    }

    private static OnnxExporter exporter(ComputationGraph network, DenseShape shape) {
        return OnnxExporter.of(network, FeaturePyramid.inputType(shape.width(), shape.height()))
                .input(DenseNetwork.IMAGE)
                .output(PIXELS, DenseNetwork.PIXELS)
                .logits(PRESENCE, DenseNetwork.PRESENCE);
    }

    /** Opens a network as it is now. */
    static DenseModel open(ComputationGraph network, DenseShape shape) {
        return new DenseModel(exporter(network, shape).open("the detector in training", 1), shape);
    }

    /** Opens a model file. */
    public static DenseModel open(Path file, DenseShape shape, int threads) {
        return new DenseModel(OnnxModel.open(file, threads), shape);
    }

    /** Returns for each scene, seen as inference sees it, the logits of the categories. */
    public List<float[]> presence(List<Scene> scenes, PixelScale scale) {
        SceneAugmenter augmenter = new SceneAugmenter(SceneAugmentation.NONE, scale, shape.width(), shape.height());
        float[] picture = new float[augmenter.length()];
        float[] labels = new float[augmenter.cells()];
        List<float[]> logits = new ArrayList<>();
        for (Scene scene : scenes) {
            augmenter.draw(scene, Randoms.at(0), picture, 0, labels);
            logits.add(Objects.requireNonNull(run(picture).get(PRESENCE)).toArray());
        }
        return logits;
    }

    /**
     * Returns how well the cells of each category are found, as the IoU of all its cells in all scenes, 0 to 1. Categories
     * that are neither there nor found are left out.
     */
    public Map<String, Double> overlap(List<Scene> scenes, PixelScale scale) {
        return new PixelOverlap(scale, shape).byCategory(this, scenes);
    }

    /** Returns the outputs for one picture, by name. */
    private Map<String, Tensor> run(float[] picture) {
        FloatBuffer buffer = Tensor.buffer(picture.length).put(picture).flip();
        return model.run(Map.of(DenseNetwork.IMAGE, Tensor.over(buffer, 1, 3, shape.height(), shape.width())));
    }

    /** Returns the most likely class of each cell, row by row. */
    int[] classes(float[] picture) {
        float[] logits = Objects.requireNonNull(run(picture).get(PIXELS)).toArray();
        int cells = shape.cells();
        int[] classes = new int[cells];
        for (int i = 0; i < cells; i++) {
            for (int c = 1; c < shape.classes().size(); c++) {
                if (logits[c * cells + i] > logits[classes[i] * cells + i]) {
                    classes[i] = c;
                }
            }
        }
        return classes;
    }

    /** Closes the model. */
    @Override
    public void close() {
        model.close();
    }
}
