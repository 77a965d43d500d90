package io.buyme.cli;

import io.buyme.api.LookResult;

/** Writes results as they come. */
interface LookOutput extends AutoCloseable {

    void add(LookResult result);

    /** Completes the output. */
    @Override
    void close();
}
