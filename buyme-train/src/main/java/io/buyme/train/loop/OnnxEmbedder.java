package io.buyme.train.loop;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Backbone;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Embeds pictures with ONNX Runtime, several times as fast as with DL4J, and as users of the model will. */
public final class OnnxEmbedder implements RetrievalMeasure.PictureEmbedder {

    /** Name of the model's output with embeddings [N, dimension] of length 1. */
    public static final String EMBEDDING = "embedding";

    /** Name of the model's output with tag logits [N, tags]. */
    public static final String TAGS = "tags";

    /** Name of the model's output with the features of places in the picture [N, channels, h, w]. */
    public static final String PATCHES = "patches";

    private final OnnxModel model;
    private final int size;

    private OnnxEmbedder(OnnxModel model, int size) {
        this.model = model;
        this.size = size;
    }

    /** Returns a way to open such embedders for networks of this kind. */
    public static RetrievalMeasure.EmbedderOpener opener(Backbone backbone, NetworkShape shape, int threads) {
        return (network, size) -> {
            EmbedderNetwork inference = EmbedderNetwork.forInference(backbone, shape, 0, size);
            inference.copyWeights(network);
            OnnxExporter exporter = OnnxExporter.of(inference.graph(), backbone.inputType(size))
                    .input(EmbedderNetwork.IMAGE)
                    .output(EMBEDDING, EmbedderNetwork.EMBEDDING);
            return new OnnxEmbedder(exporter.open("the embedder in training", threads), size);
        };
    }

    /** Opens a model file for square pictures of a size. */
    public static OnnxEmbedder open(Path file, int size, int threads) {
        return new OnnxEmbedder(OnnxModel.open(file, threads), size);
    }

    @Override
    public List<float[]> embed(float[] pictures, int count) {
        return run(pictures, count, EMBEDDING);
    }

    /** Returns the rows of an output, one for each picture. */
    public List<float[]> run(float[] pictures, int count, String output) {
        FloatBuffer buffer = Tensor.buffer(count * 3 * size * size)
                .put(pictures, 0, count * 3 * size * size)
                .flip();
        Map<String, Tensor> inputs = Map.of(EmbedderNetwork.IMAGE, Tensor.over(buffer, count, 3, size, size));
        Tensor result = Objects.requireNonNull(model.run(inputs, Set.of(output)).get(output));
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(result.row(i));
        }
        return rows;
    }

    @Override
    public void close() {
        model.close();
    }
}
