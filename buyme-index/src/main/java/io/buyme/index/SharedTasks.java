package io.buyme.index;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that the calling thread does with what help there is in the common pool. It never waits for a helper that has not
 * begun, and does nobody else's tasks while it waits, as a join of the pool may: it holds a lock, which a task of
 * somebody else may want.
 *
 * @param <W> what a thread works with
 */
final class SharedTasks<W> {

    private final int count;
    private final Supplier<W> newWorker;
    private final ObjIntConsumer<W> task;
    private final AtomicInteger next = new AtomicInteger();
    private final Phaser working = new Phaser(1);
    private final Queue<W> workers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private SharedTasks(int count, Supplier<W> newWorker, ObjIntConsumer<W> task) {
        this.count = count;
        this.newWorker = newWorker;
        this.task = task;
    }

    /**
     * Does the tasks numbered from zero on, each once, on so many threads at most. Returns what the threads worked with;
     * what they wrote is visible.
     */
    static <W> List<W> run(int count, int threads, Supplier<W> newWorker, ObjIntConsumer<W> task) {
        SharedTasks<W> tasks = new SharedTasks<>(count, newWorker, task);
        int helpers = Math.min(Math.min(threads, count) - 1, ForkJoinPool.getCommonPoolParallelism());
        for (int i = 0; i < helpers; i++) {
            ForkJoinPool.commonPool().execute(tasks::help);
        }
        tasks.work();
        tasks.working.arriveAndAwaitAdvance();
        tasks.throwFailure();
        return List.copyOf(tasks.workers);
    }

    /** A helper that comes when all is done finds no task left. */
    private void help() {
        working.register();
        try {
            work();
        } finally {
            working.arriveAndDeregister();
        }
    }

    private void work() {
        int number = next.getAndIncrement();
        if (number >= count) {
            return;
        }
        try {
            W worker = newWorker.get();
            workers.add(worker);
            for (; number < count; number = next.getAndIncrement()) {
                task.accept(worker, number);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(count);
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
