package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.loop.TrainingException.Reason;
import java.util.List;

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
         * @param pictures one after the other, each three channels of rows
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
            return precisions(embedder, size, List.of(K)).get(0);
        }
    }

    /** Returns for each {@code k} the precision at {@code k} of an embedder. */
    public List<Double> precisions(PictureEmbedder embedder, int size, List<Integer> ks) {
        PictureBatches batches = new PictureBatches(scale, size);
        Neighbors neighbors = new Neighbors();
        List<float[]> entries = batches.compute(index, embedder::embed);
        for (int i = 0; i < entries.size(); i++) {
            neighbors.add(entries.get(i), className(index.get(i)));
        }
        List<float[]> asked = batches.compute(queries, embedder::embed);
        return ks.stream().map(k -> precision(neighbors, asked, k)).toList();
    }

    private double precision(Neighbors neighbors, List<float[]> asked, int k) {
        double sum = 0;
        for (int i = 0; i < asked.size(); i++) {
            sum += neighbors.precision(asked.get(i), className(queries.get(i)), k);
        }
        return sum / asked.size();
    }

    private static String className(Sample sample) {
        return sample.example().className().orElseThrow();
    }
}
