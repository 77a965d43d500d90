package io.buyme.index;

/**
 * An entry as it is stored. Replacing an entry's vector makes a new row and retires the old one, so whoever holds a row
 * can tell whether it still stands for what it stood for. Guarded by the lock of the index.
 */
final class Row {

    private static final int RETIRED = -1;

    private final String id;
    private final FlatStore store;
    private int position = RETIRED;

    Row(String id, FlatStore store) {
        this.id = id;
        this.store = store;
    }

    String id() {
        return id;
    }

    FlatStore store() {
        return store;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    void retire() {
        position = RETIRED;
    }

    boolean live() {
        return position != RETIRED;
    }
}
