package io.buyme.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a run to stop when the JVM is told to end (such as by SIGTERM or Ctrl-C), and waits for it to be saved. */
final class StopSignal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "buyme-stop");
    private volatile boolean requested;

    private StopSignal() {}

    static StopSignal onShutdown() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean requested() {
        return requested;
    }

    private void stop() {
        requested = true;
        try {
            // The JVM ends when its hooks have, so this one waits for the last checkpoint.
            boolean saved = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!saved) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is ending already: the hook has run or will find nothing to wait for.
                requested = true;
            }
        }
    }
}
