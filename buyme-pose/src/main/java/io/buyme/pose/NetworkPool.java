package io.buyme.pose;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Lends networks to one caller at a time, because an interpreter serves one thread. They are made when they are first
 * needed, and share their weights. Safe for concurrent use.
 */
final class NetworkPool implements AutoCloseable {

    private final int size;
    private final PoseModel detector;
    private final PoseModel landmarks;
    private final Semaphore free;
    private final Queue<Networks> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Creates a pool that owns the models, with at most {@code size} pairs of networks. */
    NetworkPool(PoseModel detector, PoseModel landmarks, int size) {
        this.size = size;
        this.detector = detector;
        this.landmarks = landmarks;
        this.free = new Semaphore(size, true);
    }

    /**
     * Runs a task with networks of its own, after waiting for some to be free.
     *
     * @throws IllegalStateException if the pool is closed
     */
    <T> T use(Function<Networks, T> task) {
        free.acquireUninterruptibly();
        try {
            requireOpen();
            Networks networks = idle.poll();
            if (networks == null) {
                networks = newNetworks();
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

    private Networks newNetworks() {
        PoseInterpreter people = detector.newInterpreter();
        try {
            return new Networks(new PersonDetector(people), new LandmarkModel(landmarks.newInterpreter()));
        } catch (RuntimeException e) {
            people.close();
            throw e;
        }
    }

    /** Waits until nobody uses the networks, then frees them. */
    @Override
    public void close() {
        free.acquireUninterruptibly(size);
        try {
            if (!closed) {
                closed = true;
                idle.forEach(Networks::close);
                idle.clear();
                landmarks.close();
                detector.close();
            }
        } finally {
            free.release(size);
        }
    }
}
