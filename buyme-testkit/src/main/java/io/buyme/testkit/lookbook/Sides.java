package io.buyme.testkit.lookbook;

import java.util.function.Function;

/**
 * One thing for each side of the body.
 *
 * @param left the wearer's left
 * @param right the wearer's right
 */
record Sides<T>(T left, T right) {

    static <T> Sides<T> of(Function<Side, T> each) {
        return new Sides<>(each.apply(Side.LEFT), each.apply(Side.RIGHT));
    }

    T on(Side side) {
        return side == Side.LEFT ? left : right;
    }

    <R> Sides<R> map(Function<T, R> change) {
        return new Sides<>(change.apply(left), change.apply(right));
    }
}
