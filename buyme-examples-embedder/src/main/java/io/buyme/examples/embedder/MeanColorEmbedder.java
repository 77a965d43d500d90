package io.buyme.examples.embedder;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The simplest embedder that can be right: the mean colour of the article's pixels. */
final class MeanColorEmbedder implements Embedder {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("mean-color", "1", 3, Metric.EUCLIDEAN);

    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Embedding> embedAll(List<Crop> crops) {
        if (closed.get()) {
            throw new IllegalStateException("the embedder is closed");
        }
        return crops.stream().map(MeanColorEmbedder::mean).toList();
    }

    private static Embedding mean(Crop crop) {
        BufferedImage image = crop.image();
        float[] sum = new float[3];
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (belongs(crop, x, y)) {
                    int rgb = image.getRGB(x, y);
                    sum[0] += rgb >> 16 & 0xff;
                    sum[1] += rgb >> 8 & 0xff;
                    sum[2] += rgb & 0xff;
                    count++;
                }
            }
        }
        float scale = 1f / (255 * Math.max(1, count));
        return Embedding.of(SPACE, sum[0] * scale, sum[1] * scale, sum[2] * scale);
    }

    private static boolean belongs(Crop crop, int x, int y) {
        return crop.mask().map(mask -> mask.contains(x, y)).orElse(true);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
