package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A small real embedder: red, green and blue of the mean colour. It counts its pictures and refuses magenta ones. */
final class MeanColor implements DescribingEmbedder {

    static final EmbeddingSpace SPACE = new EmbeddingSpace("mean-color", "1", 3, Metric.EUCLIDEAN);
    static final int REFUSED = 0xFF00FF;

    private final AtomicInteger embedded = new AtomicInteger();
    private final long millisPerPicture;

    MeanColor() {
        this(0);
    }

    MeanColor(long millisPerPicture) {
        this.millisPerPicture = millisPerPicture;
    }

    int embedded() {
        return embedded.get();
    }

    static Embedding of(int rgb) {
        return Embedding.of(SPACE, (rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    }

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Described> describeAll(List<Crop> crops) {
        return crops.stream().map(c -> describe(c.image())).toList();
    }

    private Described describe(BufferedImage image) {
        int rgb = mean(image);
        if (rgb == REFUSED) {
            throw new BuyMeException("magenta is not for embedding");
        }
        sleep();
        embedded.incrementAndGet();
        ColorShare color = new ColorShare("#%06x".formatted(rgb), rgb, 1);
        return new Described(of(rgb), new Attributes(List.of(color), List.of()));
    }

    private void sleep() {
        try {
            Thread.sleep(millisPerPicture);
        } catch (InterruptedException e) {
            throw new BuyMeException("interrupted", e);
        }
    }

    private static int mean(BufferedImage image) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                red += rgb >> 16 & 255;
                green += rgb >> 8 & 255;
                blue += rgb & 255;
            }
        }
        long pixels = (long) image.getWidth() * image.getHeight();
        return (int) (((red / pixels) << 16) | ((green / pixels) << 8) | (blue / pixels));
    }

    @Override
    public void close() {}
}
