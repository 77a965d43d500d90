package io.buyme.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Converts colors with an ICC profile, such as the Display P3 of phones, to sRGB. */
final class Srgb {

    private static final float[][] PROBES = {
        {0.5f, 0.5f, 0.5f}, {0.9f, 0.2f, 0.2f}, {0.2f, 0.9f, 0.2f}, {0.2f, 0.2f, 0.9f}
    };

    private Srgb() {}

    /** Returns the profile, if it is a sound one for three colors; a broken one is as good as none. */
    static Optional<ICC_Profile> profile(ByteBuffer data) {
        try {
            int start = data.arrayOffset();
            ICC_Profile profile =
                    ICC_Profile.getInstance(Arrays.copyOfRange(data.array(), start, start + data.limit()));
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? Optional.of(profile) : Optional.empty();
        } catch (IllegalArgumentException | CMMException broken) {
            return Optional.empty();
        }
    }

    /** Returns the profile by which an image's own color model reads its numbers, if that is not sRGB. */
    static Optional<ICC_Profile> profile(BufferedImage image) {
        return image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                        && space.getType() == ColorSpace.TYPE_RGB
                        && !space.isCS_sRGB()
                ? Optional.of(space.getProfile())
                : Optional.empty();
    }

    /**
     * Returns the picture in sRGB; the picture itself if it is sRGB already, or the profile turns out unusable.
     *
     * @param rgb TYPE_INT_RGB, with numbers that the profile explains
     */
    static BufferedImage convert(BufferedImage rgb, ICC_Profile profile) {
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(profile);
            if (isSrgb(space)) {
                return rgb;
            }
            DirectColorModel model =
                    new DirectColorModel(space, 24, 0xff0000, 0xff00, 0xff, 0, false, DataBuffer.TYPE_INT);
            BufferedImage labelled = new BufferedImage(model, rgb.getRaster(), false, null);
            BufferedImage converted = new BufferedImage(rgb.getWidth(), rgb.getHeight(), BufferedImage.TYPE_INT_RGB);
            return new ColorConvertOp(null).filter(labelled, converted);
        } catch (IllegalArgumentException | CMMException broken) {
            return rgb;
        }
    }

    /** Of the many editions of the sRGB profile none is told by its bytes, but all by what they do to a few colors. */
    private static boolean isSrgb(ICC_ColorSpace space) {
        for (float[] color : PROBES) {
            float[] converted = space.toRGB(color);
            for (int band = 0; band < color.length; band++) {
                if (Math.abs(converted[band] - color[band]) > 2f / 255) {
                    return false;
                }
            }
        }
        return true;
    }
}
