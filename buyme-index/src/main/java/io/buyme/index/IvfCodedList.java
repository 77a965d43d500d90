package io.buyme.index;

import java.util.Arrays;

/**
 * A list of rows with their codes. Guarded by the lock of the index.
 *
 * <p>With a row whose code stands for the vector c + r, of which c is the center of the list, its squared distance to a
 * query q is |q - c|² + (|r|² + 2 c·r) - 2 q·r. The first part is known from choosing the list, the second is the row's
 * own and kept with it, the third is read from a table that serves all lists.
 */
final class IvfCodedList {

    private static final int FIRST_ROWS = 4;

    private final int parts;
    private final boolean withTerms;
    private IvfRow[] rows;
    private byte[] codes;
    private float[] terms;
    private int size;

    /**
     * @param parts bytes of a code
     * @param withTerms whether rows have parts of their own in distances
     * @param capacity rows there is to be room for
     */
    IvfCodedList(int parts, boolean withTerms, int capacity) {
        this.parts = parts;
        this.withTerms = withTerms;
        this.rows = new IvfRow[capacity];
        this.codes = new byte[Math.multiplyExact(capacity, parts)];
        this.terms = new float[withTerms ? capacity : 0];
    }

    int size() {
        return size;
    }

    IvfRow row(int position) {
        return rows[position];
    }

    /** Copies the code of a row. */
    void read(int position, byte[] code) {
        System.arraycopy(codes, position * parts, code, 0, parts);
    }

    /** Adds a row at the end. Returns its position. */
    int add(IvfRow row, byte[] code, float term) {
        if (size == rows.length) {
            int capacity = Math.max(FIRST_ROWS, size + size / 2);
            codes = Arrays.copyOf(codes, Math.multiplyExact(capacity, parts));
            terms = Arrays.copyOf(terms, withTerms ? capacity : 0);
            rows = Arrays.copyOf(rows, capacity);
        }
        rows[size] = row;
        System.arraycopy(code, 0, codes, size * parts, parts);
        if (withTerms) {
            terms[size] = term;
        }
        return size++;
    }

    /** Removes a row; the last one takes its position. Returns the row that is there now, or was if it was the last. */
    IvfRow remove(int position) {
        size--;
        IvfRow last = rows[size];
        rows[position] = last;
        System.arraycopy(codes, size * parts, codes, position * parts, parts);
        if (withTerms) {
            terms[position] = terms[size];
        }
        // What is beyond the end is written before it is read; an id there would only be kept from the collector.
        rows[size] = rows[0];
        return last;
    }

    /** Tells all rows that they are in this list. */
    void settle(int list) {
        for (int i = 0; i < size; i++) {
            rows[i].moveTo(list, i);
        }
    }

    /** Offers every row, by the distance of what its code stands for. */
    void scan(float[] table, float base, IvfCandidates candidates) {
        float farthest = candidates.farthest();
        for (int i = 0; i < size; i++) {
            float distance = base + ProductQuantizer.sum(table, codes, i * parts, parts);
            if (withTerms) {
                distance += terms[i];
            }
            // Not "less": an overflow that ended in NaN is the worst of distances, but it is one.
            if (!(distance >= farthest)) {
                candidates.offer(distance, rows[i]);
                farthest = candidates.farthest();
            }
        }
    }
}
