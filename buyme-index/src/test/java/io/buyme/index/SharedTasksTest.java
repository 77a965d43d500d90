package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTasksTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 200})
    void doesEachTaskOnceWithAWorkerThatNoOtherThreadHas(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        List<AtomicInteger> workers = SharedTasks.run(100, threads, AtomicInteger::new, (inUse, i) -> {
            assertThat(inUse.incrementAndGet()).isEqualTo(1);
            done.incrementAndGet(i);
            inUse.decrementAndGet();
        });
        assertThat(workers).hasSizeBetween(1, threads);
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void hasNothingToDoForNoTasks() {
        assertThat(SharedTasks.run(
                        0, 4, Object::new, (worker, i) -> assertThat(i).isNegative()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void passesOnTheFirstFailureAfterAllHaveStopped(int threads) {
        AtomicInteger running = new AtomicInteger();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> SharedTasks.run(10_000, threads, Object::new, (worker, i) -> {
                    running.incrementAndGet();
                    try {
                        if (i == 20) {
                            throw new StackOverflowError("task 20");
                        }
                        done.add(i);
                    } finally {
                        running.decrementAndGet();
                    }
                }))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("task 20");
        assertThat(running).hasValue(0);
        assertThat(done).doesNotContain(20);
    }
}
