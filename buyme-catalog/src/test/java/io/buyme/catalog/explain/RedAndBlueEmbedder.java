package io.buyme.catalog.explain;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.util.ArrayList;
import java.util.List;

/** Sees how much of a crop is red, and how much blue, and nothing else. */
final class RedAndBlueEmbedder implements Embedder {

    static final int RED = 0xFF0000;
    static final int BLUE = 0x0000FF;

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("red-and-blue", "1", 3, Metric.COSINE);

    private int embedded;

    /** Returns how many crops were embedded so far. */
    int embedded() {
        return embedded;
    }

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Embedding> embedAll(List<Crop> crops) {
        List<Embedding> embeddings = new ArrayList<>();
        for (Crop crop : crops) {
            embedded++;
            int pixels = crop.image().getWidth() * crop.image().getHeight();
            embeddings.add(
                    Embedding.of(SPACE, count(crop, RED) / (float) pixels, count(crop, BLUE) / (float) pixels, 0.01f));
        }
        return embeddings;
    }

    @Override
    public void close() {}

    private static int count(Crop crop, int color) {
        int count = 0;
        for (int y = 0; y < crop.image().getHeight(); y++) {
            for (int x = 0; x < crop.image().getWidth(); x++) {
                boolean seen = crop.mask().isEmpty() || crop.mask().get().contains(x, y);
                count += seen && (crop.image().getRGB(x, y) & 0xFFFFFF) == color ? 1 : 0;
            }
        }
        return count;
    }
}
