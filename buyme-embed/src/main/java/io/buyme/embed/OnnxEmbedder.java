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

/** Embeds articles with a network. Colours are measured, as for that nothing need be learnt; tags are the network's. */
class OnnxEmbedder implements DescribingEmbedder {

    private final String id;
    private final PictureNetwork network;
    private final NetworkOutputs outputs;
    private final EmbeddingSpace space;
    private final ArticleFinder finder = new ArticleFinder(AppearanceEmbedder.WORKING_SIZE);
    private volatile boolean closed;

    /**
     * Creates an embedder and runs it once, so that a model that does not fit is found now.
     *
     * @param id of the provider
     * @param network closed with this embedder, once this constructor has returned
     * @throws BuyMeException if the model cannot be run, or an output does not have the shape that it should
     */
    OnnxEmbedder(String id, String version, PictureNetwork network, NetworkOutputs outputs) {
        this.id = id;
        this.network = network;
        this.outputs = outputs;
        int dimension = outputs.check(network.probe(outputs.all()));
        this.space = new EmbeddingSpace(id, version, dimension, Metric.COSINE);
    }

    @Override
    public final EmbeddingSpace space() {
        return space;
    }

    @Override
    public final List<Embedding> embedAll(List<Crop> crops) {
        return answers(crops, Set.of(outputs.vector())).stream()
                .map(this::embedding)
                .toList();
    }

    @Override
    public final List<Described> describeAll(List<Crop> crops) {
        List<Answer> answers = answers(crops, outputs.described());
        List<Described> described = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Attributes attributes = new Attributes(DominantColors.of(finder.find(crops.get(i))), tags(answers.get(i)));
            described.add(new Described(embedding(answers.get(i)), attributes));
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

    private Embedding embedding(Answer answer) {
        float[] vector = answer.values(outputs.vector());
        Vectors.scaleTo(1, vector);
        try {
            return Embedding.of(space, vector);
        } catch (IllegalArgumentException e) {
            throw new BuyMeException(
                    StageKind.EMBED, id, "the model made no vector of a picture: " + e.getMessage(), e);
        }
    }

    private List<Tag> tags(Answer answer) {
        return outputs.tags().tags().isEmpty() ? List.of() : outputs.tags().read(answer.values(NetworkOutputs.TAGS));
    }
}
