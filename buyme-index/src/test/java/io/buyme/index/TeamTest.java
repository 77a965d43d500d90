package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 200})
    void doesEachJobOnceWithToolsThatNoOtherThreadHas(int threads) {
        Team<AtomicInteger> team = new Team<>(threads, AtomicInteger::new);
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        team.forEach(100, (inUse, i) -> {
            assertThat(inUse.incrementAndGet()).isEqualTo(1);
            done.incrementAndGet(i);
            inUse.decrementAndGet();
        });
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void hasNothingToDoForNoJobs() {
        new Team<>(4, Object::new).forEach(0, (tools, i) -> assertThat(i).isNegative());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void passesOnTheFirstFailureAfterAllHaveStopped(int threads) {
        Team<Object> team = new Team<>(threads, Object::new);
        AtomicInteger running = new AtomicInteger();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> team.forEach(10_000, (tools, i) -> {
                    running.incrementAndGet();
                    try {
                        if (i == 20) {
                            throw new StackOverflowError("job 20");
                        }
                        done.add(i);
                    } finally {
                        running.decrementAndGet();
                    }
                }))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("job 20");
        assertThat(running).hasValue(0);
        int atFailure = done.size();
        team.forEach(3, (tools, i) -> done.add(-1 - i));
        assertThat(done).hasSize(atFailure + 3);
    }
}
