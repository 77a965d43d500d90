package io.buyme.cli;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import java.util.List;

/** Another embedder, by id only, whose space no catalogue of the standard one fits: a picture's width and height. */
public final class OtherEmbedderProvider implements EmbedderProvider {

    @Override
    public String id() {
        return "size-only";
    }

    @Override
    public Embedder create(Options options) {
        options.only();
        EmbeddingSpace space = new EmbeddingSpace("size-only", "1", 2, Metric.EUCLIDEAN);
        return new Embedder() {
            @Override
            public EmbeddingSpace space() {
                return space;
            }

            @Override
            public List<Embedding> embedAll(List<Crop> crops) {
                return crops.stream()
                        .map(crop -> Embedding.of(
                                space, crop.image().getWidth(), crop.image().getHeight()))
                        .toList();
            }

            @Override
            public void close() {}
        };
    }
}
