package io.buyme.testkit.lookbook;

import java.util.Locale;

/** A side of the body, from the wearer's view. */
enum Side {
    LEFT(1),
    RIGHT(-1);

    private final double sign;

    Side(double sign) {
        this.sign = sign;
    }

    /** Returns 1 for the left side, which is at the right of a person who is seen from the front. */
    double sign() {
        return sign;
    }

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    String joint(String name) {
        return name().toLowerCase(Locale.ROOT) + '_' + name;
    }
}
