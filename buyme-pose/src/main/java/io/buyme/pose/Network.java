package io.buyme.pose;

/** What a {@link NetworkPool} lends: networks with memory of their own, for one thread at a time. */
interface Network extends AutoCloseable {

    @Override
    void close();
}
