package io.buyme.index;

import java.util.Optional;

/**
 * The vectors of a partition, in lists or not. Changes are guarded by the lock of the index; the other methods may run
 * beside each other.
 */
interface IvfLists {

    /** Adds a row, which has its number: the next one. */
    void add(IvfRow row, float[] vector);

    /** Removes a row, which still has its number. The last row of the partition is about to take that over. */
    void remove(IvfRow row);

    /** Tells all rows in which lists they are. */
    void settle();

    void read(IvfRow row, float[] vector);

    /** Lets a search consider rows that are near it, from at least so many lists and until it has found enough. */
    void search(IvfProbe probe, int lists);

    /** Lets a search consider all rows. */
    void scan(IvfProbe probe);

    /** Writes what a snapshot holds beside the rows, which are in the order of their numbers. */
    void write(SnapshotOutput output);

    /** Returns how well the lists still suit the rows. Empty if there are no lists. */
    Optional<Drift> drift();
}
