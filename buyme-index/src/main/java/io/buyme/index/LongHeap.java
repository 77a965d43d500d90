package io.buyme.index;

import java.util.Arrays;

/** Numbers, the smallest on top. For one thread. */
final class LongHeap {

    private long[] values = new long[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Returns the smallest. Only if there is one. */
    long top() {
        return values[0];
    }

    void push(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        int child = size++;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (values[parent] <= value) {
                break;
            }
            values[child] = values[parent];
            child = parent;
        }
        values[child] = value;
    }

    /** Removes the smallest. Only if there is one. */
    long pop() {
        long top = values[0];
        size--;
        if (size > 0) {
            sink(values[size]);
        }
        return top;
    }

    /** Puts a value in the place of the smallest. Only if there is one. */
    void replaceTop(long value) {
        sink(value);
    }

    private void sink(long value) {
        int parent = 0;
        for (int child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && values[child + 1] < values[child]) {
                child++;
            }
            if (values[child] >= value) {
                break;
            }
            values[parent] = values[child];
            parent = child;
        }
        values[parent] = value;
    }
}
