package io.buyme.api;

import java.util.Locale;

/** The four stages of a look, in the order in which a photo passes through them. */
public enum StageKind {
    /** Where the person is and how she stands. */
    POSE,
    /** Which articles the person wears. */
    DETECT,
    /** A vector for each article. */
    EMBED,
    /** The nearest products of each vector. */
    INDEX;

    /** Returns the name in lower case, as it appears in messages and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
