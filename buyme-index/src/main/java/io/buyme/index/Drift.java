package io.buyme.index;

/**
 * How well the lists of a partition still suit its entries.
 *
 * @param entries of the partition
 * @param lists among which they are
 * @param trainedEntries how many entries there were when the lists were made
 * @param addedEntries how many were added since; a changed one counts, too
 * @param trainedError mean squared distance of an entry to the center of its list when the lists were made, of entries
 *     that had no part in making them
 * @param addedError the same, of the entries that were added since; {@code trainedError} if there are none
 * @param imbalance how uneven the lists are: by this factor more entries are compared with a query than if all lists
 *     had the same size. 1 or more
 */
public record Drift(
        long entries,
        int lists,
        long trainedEntries,
        long addedEntries,
        double trainedError,
        double addedError,
        double imbalance) {

    private static final double SOON_FARTHER = 1.25;
    private static final int GROWN = 4;

    /**
     * Tells whether making the lists anew is likely to make searches quicker, or better: the partition has grown
     * fourfold, or entries in the number of a tenth of those trained with were added that are a quarter farther from
     * the centers than was to be expected.
     */
    public boolean suggestsTraining() {
        boolean strange = addedError > SOON_FARTHER * trainedError && addedEntries >= Math.max(1, trainedEntries / 10);
        return strange || entries >= GROWN * trainedEntries;
    }
}
