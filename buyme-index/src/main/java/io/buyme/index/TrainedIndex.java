package io.buyme.index;

import io.buyme.api.SnapshotableIndex;
import java.util.Map;

/**
 * An index that learns from its entries how to divide them. It does so by itself when a partition becomes large, and
 * never again: entries that are added later are put where they suit best, which takes no training but, if they are very
 * different from those before, makes searches slower or worse. {@link #drift} says how it stands, {@link #train} learns
 * anew.
 */
public interface TrainedIndex extends SnapshotableIndex {

    /** Returns, by the name of each partition that was trained, how well that still suits its entries. */
    Map<String, Drift> drift();

    /**
     * Trains a partition anew with the entries that it has now. Searches go on meanwhile, in the old lists; writes wait.
     * A partition that is too small for lists, or that does not exist, is left as it is.
     */
    void train(String partition);
}
