package io.buyme.index;

/**
 * An entry of an index with lists, and where it is: which row of its partition, and where in which list. Rows without
 * gaps: a removed row's number, or place in a list, is taken over by the last one. Guarded by the lock of the index.
 */
final class IvfRow {

    private final String id;
    private final IvfPartition partition;
    private int number;
    private int list;
    private int position;

    IvfRow(String id, IvfPartition partition) {
        this.id = id;
        this.partition = partition;
    }

    String id() {
        return id;
    }

    IvfPartition partition() {
        return partition;
    }

    /** Returns the place among the rows of the partition. */
    int number() {
        return number;
    }

    int list() {
        return list;
    }

    /** Returns the place in the list. */
    int position() {
        return position;
    }

    void renumber(int newNumber) {
        number = newNumber;
    }

    void moveTo(int newList, int newPosition) {
        list = newList;
        position = newPosition;
    }
}
