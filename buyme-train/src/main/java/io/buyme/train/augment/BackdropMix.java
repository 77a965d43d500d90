package io.buyme.train.augment;

import java.util.SplittableRandom;

/**
 * How often which backdrop is put behind an article whose pixels are known; the rest keeps its own.
 *
 * @param padding share of {@link Backdrop#PADDING}
 * @param plain share of {@link Backdrop#PLAIN}
 * @param noise share of {@link Backdrop#NOISE}
 * @param other share of {@link Backdrop#OTHER}
 */
public record BackdropMix(double padding, double plain, double noise, double other) {

    /** Checks that the shares are none below 0 and not over 1 together. */
    public BackdropMix {
        if (Math.min(Math.min(padding, plain), Math.min(noise, other)) < 0
                || padding + plain + noise + other > 1 + 1e-9) {
            throw new IllegalArgumentException("shares must not be negative and not be over 1 together");
        }
    }

    Backdrop draw(SplittableRandom random) {
        double at = random.nextDouble();
        if (at < padding) {
            return Backdrop.PADDING;
        }
        if (at < padding + plain) {
            return Backdrop.PLAIN;
        }
        if (at < padding + plain + noise) {
            return Backdrop.NOISE;
        }
        return at < padding + plain + noise + other ? Backdrop.OTHER : Backdrop.OWN;
    }
}
