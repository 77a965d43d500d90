package io.buyme.image;

import io.buyme.api.SuperCategory;

/** The colors by which drawings and reports tell super-categories apart; distinct to the color-blind too. */
public final class Palette {

    private Palette() {}

    /** Returns the color of a super-category as {@code 0xRRGGBB}. */
    public static int of(SuperCategory superCategory) {
        return switch (superCategory) {
            case UPPER -> 0x3D9BE9;
            case LOWER -> 0xF28C28;
            case ONE_PIECE -> 0xC973C9;
            case FOOTWEAR -> 0x1FA97A;
            case BAG -> 0xE5484D;
            case ACCESSORY -> 0xF2D43D;
        };
    }
}
