package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.Augmenter;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.loop.TrainingException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Precision at 10: of the ten training pictures nearest to a picture not learned from, the share of its class; the mean
 * over all such pictures. Samples without a class are left out.
 */
public final class RetrievalMeasure implements Measure {

    private static final int K = 10;

    private final List<Sample> index;
    private final List<Sample> queries;
    private final PixelScale scale;
    private final EmbedderOpener opener;

    /** Opens something that embeds pictures with the weights of a network. */
    @FunctionalInterface
    public interface EmbedderOpener {

        /** Opens it for square pictures of a size in pixels. */
        PictureEmbedder open(EmbedderNetwork network, int size);
    }

    /** Embeds pictures. */
    public interface PictureEmbedder extends AutoCloseable {

        /**
         * Embeds pictures.
         *
         * @param pictures one after the other, drawn by an {@link Augmenter}
         * @param count how many
         */
        List<float[]> embed(float[] pictures, int count);

        @Override
        void close();
    }

    /**
     * Creates the measure.
     *
     * @throws TrainingException if no sample of one of the lists has a class
     */
    public RetrievalMeasure(List<Sample> index, List<Sample> queries, PixelScale scale, EmbedderOpener opener) {
        this.index = classified(index, "to search");
        this.queries = classified(queries, "to search with");
        this.scale = requireNonNull(scale, "scale");
        this.opener = requireNonNull(opener, "opener");
    }

    private static List<Sample> classified(List<Sample> samples, String what) {
        List<Sample> classified = samples.stream()
                .filter(sample -> sample.example().className().isPresent())
                .toList();
        if (classified.isEmpty()) {
            throw new TrainingException(
                    Reason.TOO_LITTLE_DATA, "want pictures " + what + " of which the class is known, found none", null);
        }
        return classified;
    }

    @Override
    public double of(EmbedderNetwork network, int size) {
        try (PictureEmbedder embedder = opener.open(network, size)) {
            PictureBatches batches = new PictureBatches(
                    new Augmenter(Augmentation.NONE, scale, size), embedder);
            Neighbors neighbors = new Neighbors();
            List<float[]> entries = batches.embed(index);
            for (int i = 0; i < entries.size(); i++) {
                neighbors.add(entries.get(i), className(index.get(i)));
            }
            List<float[]> asked = batches.embed(queries);
            double sum = 0;
            for (int i = 0; i < asked.size(); i++) {
                sum += neighbors.precision(asked.get(i), className(queries.get(i)), K);
            }
            return sum / asked.size();
        }
    }

    private static String className(Sample sample) {
        return sample.example().className().orElseThrow();
    }

    /** Draws samples and has them embedded, a few at a time. */
    private record PictureBatches(Augmenter augmenter, PictureEmbedder embedder) {

        private static final int ROWS = 16;

        List<float[]> embed(List<Sample> samples) {
            List<float[]> embeddings = new ArrayList<>();
            float[] pictures = new float[ROWS * augmenter.length()];
            for (int from = 0; from < samples.size(); from += ROWS) {
                int count = Math.min(ROWS, samples.size() - from);
                for (int i = 0; i < count; i++) {
                    Sample sample = samples.get(from + i);
                    augmenter.draw(
                            sample.cutout(),
                            sample.cutout(),
                            Optional.empty(),
                            Randoms.at(i),
                            pictures,
                            i * augmenter.length());
                }
                embeddings.addAll(embedder.embed(pictures, count));
            }
            return embeddings;
        }
    }
}
