package io.buyme.cli.evaluate;

/** Hears how far the evaluation of a detector is. */
@FunctionalInterface
public interface DetectProgress {

    /** Called after each photo, by the thread of the evaluation. */
    void lookedAt(int done, int total);
}
