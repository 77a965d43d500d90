package io.buyme.testkit.lookbook;

import java.util.List;

/** Haircuts. */
enum HairStyle {
    CROPPED,
    SHORT,
    CURLY,
    BUN,
    BOB,
    LONG;

    static HairStyle anyShort(Dice dice) {
        return dice.pick(List.of(CROPPED, SHORT, SHORT, CURLY));
    }

    static HairStyle anyLong(Dice dice) {
        return dice.pick(List.of(CURLY, BUN, BOB, BOB, LONG, LONG, LONG));
    }

    /** Returns how far the hair falls behind the face, in head heights from the middle of the head. */
    double fall() {
        return switch (this) {
            case CROPPED, SHORT, BUN -> 0;
            case CURLY -> 0.25;
            case BOB -> 0.72;
            case LONG -> 1.45;
        };
    }

    /** Returns how thick the hair is on the head, in head widths. */
    double thickness() {
        return switch (this) {
            case CROPPED -> 0.05;
            case SHORT, BUN -> 0.12;
            case BOB, LONG -> 0.16;
            case CURLY -> 0.36;
        };
    }

    boolean coversEars() {
        return fall() > 0;
    }
}
