package io.buyme.train.loop;

import io.buyme.api.BuyMeException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the next batches of an epoch filled by another thread while the network computes. For one reader.
 *
 * @param <B> a batch: arrays that are used again and again
 */
public final class BatchStream<B> implements AutoCloseable {

    private static final int AHEAD = 3;

    private final BlockingQueue<B> empty = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<B> filled = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    /** Fills a batch, in the thread of the stream. */
    @FunctionalInterface
    public interface Filler<B> {

        /** Fills the batch of a step of the epoch. */
        void fill(B batch, int step);
    }

    /**
     * Starts to fill.
     *
     * @param firstStep the first to fill
     * @param steps of the epoch
     * @param batches makes empty ones
     */
    public BatchStream(int firstStep, int steps, Filler<B> filler, Supplier<B> batches) {
        for (int i = 0; i < AHEAD; i++) {
            empty.add(batches.get());
        }
        thread = new Thread(() -> fill(firstStep, steps, filler), "buyme-batches");
        thread.setDaemon(true);
        thread.start();
    }

    private void fill(int firstStep, int steps, Filler<B> filler) {
        try {
            for (int step = firstStep; step < steps; step++) {
                B batch = empty.take();
                filler.fill(batch, step);
                filled.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /** Returns the next batch, to be given back. Not to be called more often than there are batches. */
    public B take() {
        try {
            while (true) {
                @Nullable B batch = filled.poll(100, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    return batch;
                }
                @Nullable Throwable cause = failure.get();
                if (cause != null) {
                    throw new BuyMeException("training pictures could not be drawn: " + cause, cause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuyMeException("interrupted while training", e);
        }
    }

    /** Gives a batch back to be filled again. */
    public void recycle(B batch) {
        empty.add(batch);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
