package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoundTest {

    @Test
    void ordersByDistanceAndThenBySlot() {
        float[] ascending = {
            Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, -2, -1, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1, Float.NaN
        };
        for (int i = 0; i < ascending.length; i++) {
            assertThat(Found.distance(Found.of(ascending[i], 7))).isEqualTo(Float.valueOf(ascending[i]));
            assertThat(Found.slot(Found.of(ascending[i], Integer.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
            assertThat(Found.of(ascending[i], 1)).isGreaterThan(Found.of(ascending[i], 0));
            if (i > 0) {
                assertThat(Found.of(ascending[i], 0)).isGreaterThan(Found.of(ascending[i - 1], Integer.MAX_VALUE));
            }
        }
    }

    @Test
    void comesOutOfAHeapInOrder() {
        Random random = new Random(2);
        LongHeap heap = new LongHeap();
        long[] values = random.longs(1000).toArray();
        for (int i = 0; i < 500; i++) {
            heap.push(values[i]);
        }
        for (int i = 500; i < 1000; i++) {
            if (values[i] > heap.top()) {
                heap.replaceTop(values[i]);
            }
        }
        Arrays.sort(values);
        for (int i = 500; i < 1000; i++) {
            assertThat(heap.pop()).isEqualTo(values[i]);
        }
        assertThat(heap.size()).isZero();
    }
}
