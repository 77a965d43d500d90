package io.buyme.train.loop;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Backbone;
import io.buyme.train.onnx.OnnxExporter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The first layers of a backbone while they do not change, computed by ONNX Runtime: several times as fast as by DL4J,
 * and in the thread that draws pictures, while the layers behind them train.
 */
final class Trunk implements AutoCloseable {

    private static final String FEATURES = "trunk_features";

    private final OnnxModel model;
    private final int size;

    private Trunk(OnnxModel model, int size) {
        this.model = model;
        this.size = size;
    }

    /**
     * Makes a trunk out of a network for inference.
     *
     * @param until the last vertex that it computes
     */
    static Trunk of(EmbedderNetwork network, Backbone backbone, String until, int size) {
        try {
            Path file = Files.createTempFile("buyme-trunk", ".onnx");
            try {
                OnnxExporter.of(network.graph(), backbone.inputType(size))
                        .input(EmbedderNetwork.IMAGE)
                        .output(FEATURES, until)
                        .write(file);
                return new Trunk(OnnxModel.open(Files.readAllBytes(file), file.toString(), 1), size);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot write a model to the folder of temporary files: " + e.getMessage(), e);
        }
    }

    void run(float[] pictures, int rows, float[] into) {
        FloatBuffer buffer = Tensor.buffer(pictures.length).put(pictures).flip();
        Map<String, Tensor> inputs = Map.of(EmbedderNetwork.IMAGE, Tensor.over(buffer, rows, 3, size, size));
        Objects.requireNonNull(model.run(inputs).get(FEATURES)).values().get(into);
    }

    @Override
    public void close() {
        model.close();
    }
}
