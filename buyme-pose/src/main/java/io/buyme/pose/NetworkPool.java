package io.buyme.pose;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends networks to one caller at a time, because an interpreter serves one thread. They are made when they are first
 * needed, and share their weights. Safe for concurrent use.
 *
 * @param <N> what is lent at once
 */
final class NetworkPool<N extends Network> implements AutoCloseable {

    private final int size;
    private final Supplier<? extends N> maker;
    private final Runnable weights;
    private final Semaphore free;
    private final Queue<N> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * Creates an empty pool.
     *
     * @param size how many callers are served at once
     * @param maker makes what is lent
     * @param weights closes the models that they share
     */
    NetworkPool(int size, Supplier<? extends N> maker, Runnable weights) {
        this.size = size;
        this.maker = maker;
        this.weights = weights;
        this.free = new Semaphore(size, true);
    }

    /**
     * Runs a task with networks of its own, after waiting for some to be free.
     *
     * @throws IllegalStateException if the pool is closed
     */
    <T> T use(Function<? super N, T> task) {
        free.acquireUninterruptibly();
        try {
            requireOpen();
            N networks = idle.poll();
            if (networks == null) {
                networks = maker.get();
            }
            try {
                return task.apply(networks);
            } finally {
                idle.add(networks);
            }
        } finally {
            free.release();
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the pose classifier is closed");
        }
    }

    /** Waits until nobody uses the networks, then frees them. */
    @Override
    public void close() {
        free.acquireUninterruptibly(size);
        try {
            if (!closed) {
                closed = true;
                idle.forEach(Network::close);
                idle.clear();
                weights.run();
            }
        } finally {
            free.release(size);
        }
    }
}
