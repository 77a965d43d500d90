package io.buyme.index;

import java.util.Arrays;

/** The best of the scores offered to it: a heap with the worst on top. For one thread. */
final class RoughBest {

    private final int limit;
    private float[] heap;
    private int size;

    RoughBest(int limit) {
        this.limit = limit;
        this.heap = new float[Math.min(limit, 64)];
    }

    boolean full() {
        return size == limit;
    }

    /** Returns the lowest score that is kept. Only for one that is full. */
    float worst() {
        return heap[0];
    }

    /** Keeps the score if it is among the best so far, and tells whether it did. */
    boolean offer(float score) {
        if (full()) {
            if (limit == 0 || !(score > heap[0])) {
                return false;
            }
            siftDown(score);
            return true;
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, Math.min(limit, 2 * size));
        }
        siftUp(score);
        return true;
    }

    private void siftUp(float score) {
        int child = size++;
        while (child > 0 && heap[(child - 1) / 2] > score) {
            heap[child] = heap[(child - 1) / 2];
            child = (child - 1) / 2;
        }
        heap[child] = score;
    }

    private void siftDown(float score) {
        int parent = 0;
        for (int child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (!(heap[child] < score)) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = score;
    }
}
