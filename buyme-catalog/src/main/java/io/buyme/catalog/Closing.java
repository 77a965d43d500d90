package io.buyme.catalog;

import java.util.List;

/** Closes several things, whatever happens. */
final class Closing {

    private Closing() {}

    /**
     * Closes all of them, the last first.
     *
     * @throws RuntimeException the first that was thrown, with the others suppressed
     */
    static void inReverse(List<? extends AutoCloseable> open) {
        RuntimeException failure = null;
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                RuntimeException unchecked =
                        e instanceof RuntimeException r ? r : new IllegalStateException("closing failed", e);
                if (failure == null) {
                    failure = unchecked;
                } else {
                    failure.addSuppressed(unchecked);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
