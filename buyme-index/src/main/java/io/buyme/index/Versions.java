package io.buyme.index;

import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The states of an index one after the other, and which of them searches look at. A search looks at the state that was
 * the newest when it began, to its end. A writer never waits for searches, nor they for it: it asks which is the oldest
 * state still looked at, and leaves alone what belongs to that.
 */
final class Versions {

    private final Supplier<Walk> walks;
    private final Queue<Reader> readers = new ConcurrentLinkedQueue<>();
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile State newest = new State(0, 0);

    Versions(Supplier<Walk> walks) {
        this.walks = walks;
    }

    State newest() {
        return newest;
    }

    /** Begins a search. What it needs is taken from one that has ended, if there is one. */
    Reader enter() {
        Reader reader = idle.pollFirst();
        if (reader == null) {
            reader = new Reader(walks.get());
            readers.add(reader);
        }
        State seen;
        do {
            seen = newest;
            reader.looksAt = seen.version();
            // A writer that did not see this may have published another state before, which is then seen here.
        } while (seen.version() != newest.version());
        reader.state = seen;
        return reader;
    }

    /** Ends a search. */
    void leave(Reader reader) {
        reader.looksAt = Slots.NEVER;
        idle.addFirst(reader);
    }

    /** Makes what was written since the last state visible to searches that begin from now on. For the writer. */
    void publish(int size) {
        newest = new State(newest.version() + 1, size);
    }

    /** Returns the oldest version that a search may look at. For the writer. */
    long oldest() {
        long oldest = newest.version();
        for (Reader reader : readers) {
            oldest = Math.min(oldest, reader.looksAt);
        }
        return oldest;
    }

    /**
     * One state of an index.
     *
     * @param version counts the states
     * @param size the number of entries
     */
    record State(long version, int size) {}

    /** A search under way, with what it needs. */
    static final class Reader {

        private final Walk walk;
        private volatile long looksAt = Slots.NEVER;
        private State state = new State(0, 0);

        private Reader(Walk walk) {
            this.walk = walk;
        }

        Walk walk() {
            return walk;
        }

        long version() {
            return state.version();
        }

        int size() {
            return state.size();
        }
    }
}
