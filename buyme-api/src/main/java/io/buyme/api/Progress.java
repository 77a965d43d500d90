package io.buyme.api;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** How far one photo of a batch has come: to a value on which the next step works, or to its result already. */
sealed interface Progress<T> {

    /** Returns the progress after the next step. An ended one stays ended. */
    <R> Progress<R> then(Function<? super T, Progress<R>> step);

    /** Returns the value, or nothing if the photo's result is there already. */
    Stream<T> stream();

    /** Returns the progress after a step that cannot end it. */
    default <R> Progress<R> map(Function<? super T, ? extends R> step) {
        return then(value -> new Going<>(step.apply(value)));
    }

    /** Returns the progress of two values of the same photo, combined. */
    default <U, R> Progress<R> with(Progress<U> other, BiFunction<? super T, ? super U, ? extends R> combine) {
        return then(mine -> other.map(theirs -> combine.apply(mine, theirs)));
    }

    record Going<T>(T value) implements Progress<T> {

        @Override
        public <R> Progress<R> then(Function<? super T, Progress<R>> step) {
            return step.apply(value);
        }

        @Override
        public Stream<T> stream() {
            return Stream.of(value);
        }
    }

    record Ended<T>(LookResult result) implements Progress<T> {

        @Override
        public <R> Progress<R> then(Function<? super T, Progress<R>> step) {
            return new Ended<>(result);
        }

        @Override
        public Stream<T> stream() {
            return Stream.empty();
        }
    }
}
