package io.buyme.train.loop;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.onnx.OnnxExporter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The first layers of a network while they do not change, computed by ONNX Runtime: several times as fast as by DL4J, and
 * in the thread that draws pictures, while the layers behind them train. For one thread.
 */
public final class Trunk implements AutoCloseable {

    private static final String INPUT = "image";
    private static final String FEATURES = "trunk_features_";

    private final OnnxModel model;
    private final long height;
    private final long width;

    private Trunk(OnnxModel model, long height, long width) {
        this.model = model;
        this.height = height;
        this.width = width;
    }

    /**
     * Makes a trunk out of a network.
     *
     * @param type of the pictures
     * @param until the last vertices that it computes
     */
    public static Trunk of(ComputationGraph network, InputType type, List<String> until) {
        OnnxExporter exporter = OnnxExporter.of(network, type).input(INPUT);
        for (int i = 0; i < until.size(); i++) {
            exporter.output(FEATURES + i, until.get(i));
        }
        try {
            Path file = Files.createTempFile("buyme-trunk", ".onnx");
            try {
                exporter.write(file);
                long[] shape = type.getShape();
                return new Trunk(OnnxModel.open(Files.readAllBytes(file), file.toString(), 1), shape[1], shape[2]);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot write a model to the folder of temporary files: " + e.getMessage(), e);
        }
    }

    /**
     * Computes a batch.
     *
     * @param pictures one after the other
     * @param into one array for each vertex
     */
    public void run(float[] pictures, int rows, List<float[]> into) {
        FloatBuffer buffer = Tensor.buffer(pictures.length).put(pictures).flip();
        Map<String, Tensor> values = model.run(Map.of(INPUT, Tensor.over(buffer, rows, 3, height, width)));
        for (int i = 0; i < into.size(); i++) {
            Objects.requireNonNull(values.get(FEATURES + i)).values().get(into.get(i));
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
