package io.buyme.index;

import io.buyme.api.Neighbor;
import java.util.ArrayList;
import java.util.List;

/**
 * The best of the neighbours offered to it, in the total order of {@link Neighbor#BEST_FIRST}: a heap with the worst on
 * top. For one thread.
 */
final class TopK {

    private final int limit;
    private final List<Neighbor> heap;

    TopK(int limit) {
        this.limit = limit;
        this.heap = new ArrayList<>(Math.min(limit, 64));
    }

    boolean full() {
        return heap.size() >= limit;
    }

    int limit() {
        return limit;
    }

    /** Returns the lowest score that is kept. Only for one that is full. */
    float worstScore() {
        return heap.get(0).score();
    }

    /** Keeps the neighbour if it is among the best so far, and tells whether it did. */
    boolean offer(Neighbor neighbor) {
        if (limit == 0) {
            return false;
        }
        if (!full()) {
            heap.add(neighbor);
            siftUp(heap.size() - 1);
            return true;
        }
        if (!isWorse(heap.get(0), neighbor)) {
            return false;
        }
        heap.set(0, neighbor);
        siftDown();
        return true;
    }

    List<Neighbor> bestFirst() {
        return heap.stream().sorted(Neighbor.BEST_FIRST).toList();
    }

    private static boolean isWorse(Neighbor a, Neighbor b) {
        return a.score() < b.score() || (a.score() == b.score() && a.id().compareTo(b.id()) > 0);
    }

    private void siftUp(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!isWorse(heap.get(child), heap.get(parent))) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown() {
        int parent = 0;
        while (2 * parent + 1 < heap.size()) {
            int child = 2 * parent + 1;
            if (child + 1 < heap.size() && isWorse(heap.get(child + 1), heap.get(child))) {
                child++;
            }
            if (!isWorse(heap.get(child), heap.get(parent))) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private void swap(int i, int j) {
        heap.set(i, heap.set(j, heap.get(i)));
    }
}
