package io.buyme.index;

/** One partition, as it is written to a snapshot: rows in an order, and perhaps sections of the index's own. */
interface SnapshotSource {

    String partition();

    int size();

    String id(int row);

    /** Copies the vector of a row. */
    void read(int row, float[] vector);

    /** Writes the sections that follow the vectors. */
    void writeMore(SnapshotOutput output);
}
