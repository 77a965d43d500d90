package io.buyme.catalog;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.util.List;

/** Another embedder than {@link MeanColor}: the negative of the first pixel. */
final class Negative implements Embedder {

    static final EmbeddingSpace SPACE = new EmbeddingSpace("negative", "1", 3, Metric.EUCLIDEAN);

    static Embedding of(int rgb) {
        return Embedding.of(SPACE, 255 - (rgb >> 16 & 255), 255 - (rgb >> 8 & 255), 255 - (rgb & 255));
    }

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Embedding> embedAll(List<Crop> crops) {
        return crops.stream().map(crop -> of(crop.image().getRGB(0, 0))).toList();
    }

    @Override
    public void close() {}
}
