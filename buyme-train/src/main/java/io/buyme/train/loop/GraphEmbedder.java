package io.buyme.train.loop;

import io.buyme.train.net.Backbone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Embeds pictures with DL4J itself. */
public final class GraphEmbedder implements RetrievalMeasure.PictureEmbedder {

    private final EmbedderNetwork network;
    private final int size;

    private GraphEmbedder(EmbedderNetwork network, int size) {
        this.network = network;
        this.size = size;
    }

    /** Returns a way to open such embedders for networks of this kind. */
    public static RetrievalMeasure.EmbedderOpener opener(Backbone backbone, NetworkShape shape) {
        return (network, size) -> {
            EmbedderNetwork inference = EmbedderNetwork.forInference(backbone, shape, 0, size);
            inference.copyWeights(network);
            return new GraphEmbedder(inference, size);
        };
    }

    @Override
    public List<float[]> embed(float[] pictures, int count) {
        int dimension;
        float[] values;
        try (INDArray input = Nd4j.create(DataType.FLOAT, count, 3, size, size)) {
            Floats.copy(Arrays.copyOf(pictures, count * 3 * size * size), input);
            INDArray output = network.graph().outputSingle(input);
            dimension = (int) output.size(1);
            values = output.dup('c').data().asFloat();
        }
        List<float[]> embeddings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            embeddings.add(Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension));
        }
        return embeddings;
    }

    @Override
    public void close() {
        // The network's native memory goes with the network.
    }
}
