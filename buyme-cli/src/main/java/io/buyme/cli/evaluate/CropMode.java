package io.buyme.cli.evaluate;

import java.util.Locale;

/** What of an annotated photo the embedder gets to see. */
public enum CropMode {
    /** The article's part of the photo, with its mask. */
    MASK,
    /** The article's part of the photo, without saying which pixels show it. */
    BOX,
    /** The whole photo, once, whatever is in it: what background and person give away by themselves. */
    WHOLE_PHOTO;

    /** Returns the name in JSON, such as {@code whole_photo}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
