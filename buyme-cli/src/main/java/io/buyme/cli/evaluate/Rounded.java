package io.buyme.cli.evaluate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as they are printed: no more digits than mean something. */
public final class Rounded {

    private Rounded() {}

    /** Returns a share with four digits, or null if there is none. */
    static @Nullable Double share(OptionalDouble value) {
        return value.isPresent() ? share(value.getAsDouble()) : null;
    }

    /** Returns a share with four digits. */
    public static double share(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /** Returns nanoseconds as milliseconds with two digits, per item; null for no items. */
    static @Nullable Double millisPer(long items, long nanos) {
        return items == 0 ? null : Math.round(nanos / 1e4 / items) / 100.0;
    }
}
