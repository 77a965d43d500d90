package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

import io.buyme.train.data.Cutout;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws cutouts as square network inputs, each a little different. What comes out depends on nothing but the cutouts and
 * the random numbers given. Immutable, so safe for concurrent use.
 */
public final class Augmenter {

    private final Augmentation augmentation;
    private final PixelScale scale;
    private final int size;

    /**
     * Creates an augmenter.
     *
     * @param size width and height of the inputs, in pixels
     */
    public Augmenter(Augmentation augmentation, PixelScale scale, int size) {
        this.augmentation = requireNonNull(augmentation, "augmentation");
        this.scale = requireNonNull(scale, "scale");
        this.size = size;
        if (size < 1) {
            throw new IllegalArgumentException("the size must be at least 1, got " + size);
        }
    }

    /** Returns the number of values of one input: three channels of {@code size} rows and columns. */
    public int length() {
        return 3 * size * size;
    }

    /**
     * Draws one input, channel by channel, row by row.
     *
     * @param other lends its pixels to a backdrop
     * @param backdrop if this one is wanted; else one is drawn. No choice where the article's pixels are unknown.
     * @param random drawn from
     * @param into gets {@link #length()} values from {@code offset} on
     */
    public void draw(
            Cutout cutout,
            Cutout other,
            Optional<Backdrop> backdrop,
            SplittableRandom random,
            float[] into,
            int offset) {
        Placement placement = Placement.draw(cutout, size, augmentation.geometry(), random);
        ColorTwist twist = ColorTwist.draw(augmentation.color(), random);
        Backdrop drawn = augmentation.backdrops().draw(random);
        Scenery scenery = Scenery.draw(cutout.masked() ? backdrop.orElse(drawn) : Backdrop.OWN, other, scale, random);
        float noise = (float) (augmentation.color().noise() * random.nextDouble());
        int grain = random.nextInt();
        float[] pixel = new float[Sampling.LENGTH];
        int plane = size * size;
        for (int i = 0; i < plane; i++) {
            int x = i % size;
            int y = i / size;
            float u = placement.xx * x + placement.xy * y + placement.x0;
            float v = placement.yx * x + placement.yy * y + placement.y0;
            Sampling.bilinear(cutout, u, v, pixel);
            float seen = pixel[scenery.front()];
            for (int channel = 0; channel < 3; channel++) {
                float value = seen == 1 ? 0 : (1 - seen) * scenery.value(channel, u, v, i);
                if (seen > 0) {
                    float front = twist.apply(channel, pixel[0], pixel[1], pixel[2]);
                    value += seen * (front + noise * Grain.at(grain + 3 * i + channel));
                }
                into[offset + channel * plane + i] = scale.input(value);
            }
        }
        erase(random, into, offset);
    }

    private void erase(SplittableRandom random, float[] into, int offset) {
        if (random.nextDouble() >= augmentation.erase()) {
            return;
        }
        double area = random.nextDouble() * augmentation.erasedShare();
        double ratio = Math.exp(Placement.between(-1, 1, random));
        int width = (int) Math.min(size, Math.round(size * Math.sqrt(area * ratio)));
        int height = (int) Math.min(size, Math.round(size * Math.sqrt(area / ratio)));
        int left = random.nextInt(size - width + 1);
        int top = random.nextInt(size - height + 1);
        float value = scale.input(scale.padding());
        for (int channel = 0; channel < 3; channel++) {
            for (int y = top; y < top + height; y++) {
                int from = offset + (channel * size + y) * size + left;
                Arrays.fill(into, from, from + width, value);
            }
        }
    }
}
