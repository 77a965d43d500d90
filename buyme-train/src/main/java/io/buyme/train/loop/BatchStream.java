package io.buyme.train.loop;

import io.buyme.api.BuyMeException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an epoch, whose next batches are filled by another thread while the network computes.
 *
 * @param <B> a batch: arrays that are used again and again
 */
public final class BatchStream<B> implements Course.Steps {

    private static final int AHEAD = 3;

    private final BlockingQueue<B> empty = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<B> filled = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Computation<B> computation;
    private final Thread thread;

    /** Fills a batch, in the thread of the stream. */
    @FunctionalInterface
    public interface Filler<B> {

        /** Fills the batch of a step of the epoch. */
        void fill(B batch, int step);
    }

    /** Runs a batch forward and back. */
    @FunctionalInterface
    public interface Computation<B> {

        /** Computes a step, as {@link Course.Steps#next} does. */
        Slopes run(B batch, float[] weights, long seed);
    }

    /**
     * Starts to fill.
     *
     * @param firstStep the first to fill
     * @param steps of the epoch
     * @param batches makes empty ones
     */
    public BatchStream(int firstStep, int steps, Supplier<B> batches, Filler<B> filler, Computation<B> computation) {
        this.computation = computation;
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

    @Override
    public Slopes next(float[] weights, long seed) {
        B batch = take();
        Slopes slopes = computation.run(batch, weights, seed);
        empty.add(batch);
        return slopes;
    }

    /** Waits for the next batch. */
    private B take() {
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
