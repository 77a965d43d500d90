package io.buyme.catalog;

import io.buyme.catalog.feed.Rejected;
import java.time.Duration;
import java.util.List;

/**
 * What became of moving a catalogue to another embedder.
 *
 * @param switched whether the catalogue answers by the new embedder now
 * @param embedded products that were embedded in this run; those of an earlier one that was killed do not count
 * @param failed products whose picture could not be embedded; mend or remove them, and do it again
 * @param duration of it all
 */
public record ReindexReport(boolean switched, long embedded, List<Rejected> failed, Duration duration) {

    /** Copies the list. */
    public ReindexReport {
        failed = List.copyOf(failed);
    }
}
