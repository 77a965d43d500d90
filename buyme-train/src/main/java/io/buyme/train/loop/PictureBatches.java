package io.buyme.train.loop;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.Augmenter;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws samples as inference shows them, and has them computed a few at a time. */
public final class PictureBatches {

    private static final int ROWS = 16;

    private final Augmenter augmenter;

    /**
     * Creates batches.
     *
     * @param size of the pictures, in pixels
     */
    public PictureBatches(PixelScale scale, int size) {
        augmenter = new Augmenter(Augmentation.NONE, scale, size);
    }

    /** Computes one row for each picture. */
    @FunctionalInterface
    public interface Rows {

        /** Returns the rows of the first {@code count} pictures, which follow one another. */
        List<float[]> of(float[] pictures, int count);
    }

    /** Returns one row for each sample, in order. */
    public List<float[]> compute(List<Sample> samples, Rows rows) {
        List<float[]> computed = new ArrayList<>();
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
            computed.addAll(rows.of(pictures, count));
        }
        return computed;
    }
}
