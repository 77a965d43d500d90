package io.buyme.cli.evaluate;

import java.util.Locale;

/** What of a picture the embedder gets to see. */
public enum CropMode {
    /** The article's part of the picture, with its mask. */
    MASK,
    /** The article's part of the picture, with the mask that a detector sees there: neither background nor skin. */
    PREDICTED_MASK,
    /** The article's part of the picture, without saying which pixels show it. */
    BOX,
    /** The whole photo, once, whatever is in it: what background and person give away by themselves. */
    WHOLE_PHOTO;

    /** Returns the name in JSON, such as {@code whole_photo}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name on command lines, such as {@code whole-photo}. */
    @Override
    public String toString() {
        return label().replace('_', '-');
    }
}
