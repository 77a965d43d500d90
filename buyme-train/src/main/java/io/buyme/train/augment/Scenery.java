package io.buyme.train.augment;

import io.buyme.train.data.Cutout;
import java.util.SplittableRandom;

/** What is behind an article, pixel by pixel. */
final class Scenery {

    private final Backdrop kind;
    private final Cutout other;
    private final float[] color;
    private final float spread;
    private final int shiftX;
    private final int shiftY;
    private final int grain;

    private Scenery(Backdrop kind, Cutout other, float[] color, float spread, int grain, SplittableRandom random) {
        this.kind = kind;
        this.other = other;
        this.color = color;
        this.spread = spread;
        this.grain = grain;
        this.shiftX = random.nextInt(other.width());
        this.shiftY = random.nextInt(other.height());
    }

    static Scenery draw(Backdrop kind, Cutout other, PixelScale scale, SplittableRandom random) {
        float[] color = {scale.padding(), scale.padding(), scale.padding()};
        if (kind == Backdrop.PLAIN || kind == Backdrop.NOISE) {
            for (int channel = 0; channel < 3; channel++) {
                color[channel] = random.nextInt(256);
            }
        }
        float spread = kind == Backdrop.NOISE ? 20 + 60 * (float) random.nextDouble() : 0;
        return new Scenery(kind, other, color, spread, random.nextInt(), random);
    }

    /** Returns which value of a sample says how much of the front is seen. */
    int front() {
        return kind == Backdrop.OWN ? Sampling.INSIDE : Sampling.ARTICLE;
    }

    /** Returns a value, 0 to 255 or a little beyond, for the place that is seen at a pixel of the training picture. */
    float value(int channel, float u, float v, int pixel) {
        if (kind == Backdrop.OTHER) {
            int x = Math.floorMod((int) u + shiftX, other.width());
            int y = Math.floorMod((int) v + shiftY, other.height());
            return other.value(x, y, channel);
        }
        return spread == 0 ? color[channel] : color[channel] + spread * Grain.at(grain + 3 * pixel + channel);
    }
}
