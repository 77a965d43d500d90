package io.buyme.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shares out work among the thread that has it and others of the {@linkplain java.util.concurrent.ForkJoinPool#commonPool
 * common pool}, each with tools of its own. Used by one thread at a time.
 *
 * @param <T> the tools of one thread
 */
final class Team<T> {

    private final int threads;
    private final Supplier<T> newTools;
    private final List<T> tools = new ArrayList<>();

    /** @param threads the most that work at a time */
    Team(int threads, Supplier<T> newTools) {
        this.threads = threads;
        this.newTools = newTools;
        tools.add(newTools.get());
    }

    /** Returns the tools of the calling thread. */
    T first() {
        return tools.get(0);
    }

    /** Does a number of jobs, in any order, and returns when all are done or, after one has failed, no other runs. */
    void forEach(int jobs, Job<T> job) {
        int members = Math.min(threads, jobs);
        if (members <= 1) {
            for (int i = 0; i < jobs; i++) {
                job.run(first(), i);
            }
            return;
        }
        while (tools.size() < members) {
            tools.add(newTools.get());
        }
        Shift<T> shift = new Shift<>(jobs, job);
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (T each : tools.subList(1, members)) {
            others.add(ForkJoinTask.adapt(() -> shift.work(each)).fork());
        }
        shift.work(first());
        others.forEach(ForkJoinTask::quietlyJoin);
        shift.rethrow();
    }

    /**
     * A piece of work.
     *
     * @param <T> the tools of one thread
     */
    interface Job<T> {
        void run(T tools, int index);
    }

    /** Some jobs that threads take one after the other. */
    private static final class Shift<T> {

        private final int jobs;
        private final Job<T> job;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Shift(int jobs, Job<T> job) {
            this.jobs = jobs;
            this.job = job;
        }

        /** Works until nothing is left to do. Does not throw, so that nobody goes home while others still work. */
        void work(T tools) {
            try {
                for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement()) {
                    job.run(tools, i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(jobs);
            }
        }

        void rethrow() {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
