package io.buyme.embed;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.StageKind;
import io.buyme.embed.PictureNetwork.Answer;
import io.buyme.onnx.OnnxModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Embeds articles with a network. Colours are measured, as for that nothing need be learnt; tags are the network's. */
class OnnxEmbedder implements DescribingEmbedder {

    private final String id;
    private final PictureNetwork network;
    private final NetworkOutputs outputs;
    private final MeasuredColor color;
    private final EmbeddingSpace space;
    private final ArticleFinder finder = new ArticleFinder(ArticleFinder.USUAL_SIZE);
    private volatile boolean closed;

    /**
     * Creates an embedder and runs it once, so that a model that does not fit is found now.
     *
     * @param id of the provider
     * @param network closed with this embedder, once this constructor has returned
     * @param color that is put beside the network's vector
     * @throws BuyMeException if the model cannot be run, or an output does not have the shape that it should
     */
    OnnxEmbedder(String id, String version, PictureNetwork network, NetworkOutputs outputs, MeasuredColor color) {
        this.id = id;
        this.network = network;
        this.outputs = outputs;
        this.color = color;
        int dimension = color.dimension(outputs.check(network.probe(outputs.all())));
        this.space = new EmbeddingSpace(id, version, dimension, Metric.COSINE);
    }

    @Override
    public final EmbeddingSpace space() {
        return space;
    }

    @Override
    public final List<Embedding> embedAll(List<Crop> crops) {
        List<Answer> answers = answers(crops, Set.of(outputs.vector()));
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Crop crop = crops.get(i);
            embeddings.add(embedding(answers.get(i), crop, () -> finder.find(crop)));
        }
        return embeddings;
    }

    @Override
    public final List<Described> describeAll(List<Crop> crops) {
        List<Answer> answers = answers(crops, outputs.described());
        List<Described> described = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Crop crop = crops.get(i);
            Raster article = finder.find(crop);
            described.add(new Described(
                    embedding(answers.get(i), crop, () -> article),
                    new Attributes(DominantColors.of(article), tags(answers.get(i)))));
        }
        return described;
    }

    @Override
    public final void close() {
        closed = true;
        network.close();
    }

    /** Returns what the network says to each crop. */
    final List<Answer> answers(List<Crop> crops, Set<String> wanted) {
        if (closed) {
            throw new IllegalStateException("this embedder is closed");
        }
        try {
            return network.answers(List.copyOf(crops), wanted);
        } catch (OnnxModelException e) {
            throw new BuyMeException(StageKind.EMBED, id, String.valueOf(e.getMessage()), e);
        }
    }

    private Embedding embedding(Answer answer, Crop crop, Supplier<Raster> article) {
        float[] vector = vector(answer);
        return Embedding.of(space, color.isOn() ? color.join(vector, article.get(), crop.superCategory()) : vector);
    }

    /** Returns the network's own vector, of length 1. */
    private float[] vector(Answer answer) {
        float[] vector = answer.values(outputs.vector());
        double length = Vectors.length(vector);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new BuyMeException(
                    StageKind.EMBED,
                    id,
                    "the model made no vector of a picture: output '%s' has length %s"
                            .formatted(outputs.vector(), length),
                    null);
        }
        Vectors.scaleTo(1, vector);
        return vector;
    }

    private List<Tag> tags(Answer answer) {
        return outputs.tags().tags().isEmpty() ? List.of() : outputs.tags().read(answer.values(NetworkOutputs.TAGS));
    }
}
