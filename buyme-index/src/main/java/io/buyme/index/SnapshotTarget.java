package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import java.io.IOException;

/** What takes up the entries of a snapshot while it is read. */
interface SnapshotTarget {

    EmbeddingSpace space();

    int size();

    /** Adds an empty partition with room for so many rows. Tells whether there was none of that name. */
    boolean addPartition(String name, int rows);

    /** Adds a new entry whose vector has its stored form. Tells whether there was none of that id. */
    boolean add(String id, String partition, float[] vector);

    /** Reads a section of an index's own to its end. Tells whether it did; if not, nothing of it was read. */
    boolean read(String tag, SnapshotInput input) throws IOException;
}
