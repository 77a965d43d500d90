package io.buyme.pose;

/**
 * The weights of a network, loaded by some {@link Engine}. Interpreters share them, so close the interpreters first. Safe
 * for concurrent use.
 */
interface PoseModel extends AutoCloseable {

    /** Returns a new interpreter, which the caller closes before this model. */
    PoseInterpreter newInterpreter();

    @Override
    void close();
}
