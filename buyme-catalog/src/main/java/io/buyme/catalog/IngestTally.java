package io.buyme.catalog;

import io.buyme.catalog.IngestListener.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts what becomes of the rows of an ingest, and tells the listener. Used by one thread. */
final class IngestTally {

    private final IngestListener listener;
    private final OptionalLong total;
    private final long startNanos = System.nanoTime();
    private final List<Rejected> rejected = new ArrayList<>();
    private long rejectedCount;
    private long added;
    private long updated;
    private long unchanged;
    private long removed;

    IngestTally(IngestListener listener, OptionalLong total) {
        this.listener = listener;
        this.total = total;
    }

    void reject(Rejected row) {
        rejectedCount++;
        if (rejected.size() < IngestReport.MAX_REJECTED) {
            rejected.add(row);
        }
        listener.rejected(row);
    }

    void written(long newProducts, long knownProducts, long sameProducts) {
        added += newProducts;
        updated += knownProducts;
        unchanged += sameProducts;
        long done = added + updated + unchanged + rejectedCount;
        listener.progress(new Progress(done, total, done / Math.max(elapsed().toNanos() / 1e9, 1e-9)));
    }

    void removed(int products) {
        removed += products;
    }

    IngestReport report() {
        return new IngestReport(added, updated, unchanged, rejected, rejectedCount, removed, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
