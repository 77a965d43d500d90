package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What restoring a backup brought.
 *
 * @param products that the catalogue has now
 * @param sequence number of the last change that it has
 * @param lost changes that were made later and are gone, in their order; of those of the very last transaction it cannot
 *     be told whether they were ever committed
 * @param complete whether {@code lost} is all: not if no journal was kept since the backup, or it is damaged too
 * @param damaged where the database is that was replaced, if there was one
 */
public record RestoreReport(long products, long sequence, List<Change> lost, boolean complete, Optional<Path> damaged) {

    /** Copies the list. */
    public RestoreReport {
        lost = List.copyOf(lost);
        requireNonNull(damaged, "damaged");
    }
}
