package io.buyme.train.loop;

import io.buyme.api.BuyMeException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the next batches of an epoch filled by another thread while the network computes. For one reader. */
final class BatchStream implements AutoCloseable {

    private static final int AHEAD = 3;

    private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<Batch> filled = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    BatchStream(List<List<Pick>> plan, int epoch, int firstStep, BatchDrawer drawer, Supplier<Batch> batches) {
        for (int i = 0; i < AHEAD; i++) {
            empty.add(batches.get());
        }
        thread = new Thread(() -> fill(plan, epoch, firstStep, drawer), "buyme-batches");
        thread.setDaemon(true);
        thread.start();
    }

    private void fill(List<List<Pick>> plan, int epoch, int firstStep, BatchDrawer drawer) {
        try {
            for (int step = firstStep; step < plan.size(); step++) {
                Batch batch = empty.take();
                drawer.fill(batch, plan.get(step), epoch, step);
                filled.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /** Returns the next batch, to be given back. Not to be called more often than there are batches. */
    Batch take() {
        try {
            while (true) {
                @Nullable Batch batch = filled.poll(100, TimeUnit.MILLISECONDS);
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
    void recycle(Batch batch) {
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
