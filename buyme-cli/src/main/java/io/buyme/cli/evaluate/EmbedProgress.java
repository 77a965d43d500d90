package io.buyme.cli.evaluate;

/** Hears how far an evaluation is. */
@FunctionalInterface
public interface EmbedProgress {

    /** Called after each batch, by the thread of the evaluation. */
    void embedded(String what, int done, int total);
}
