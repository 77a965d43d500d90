package io.buyme.catalog;

import io.buyme.catalog.IngestListener.Progress;
import io.buyme.catalog.feed.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Counts what becomes of the rows of an ingest, and tells the listener. Used by one thread. */
final class IngestTally {

    private final IngestListener listener;
    private final OptionalLong size;
    private final long startNanos = System.nanoTime();
    private final List<Rejected> rejected = new ArrayList<>();
    private double shareRead;
    private long read;
    private long rejectedCount;
    private long added;
    private long updated;
    private long unchanged;
    private long removed;

    IngestTally(IngestListener listener, OptionalLong size) {
        this.listener = listener;
        this.size = size;
    }

    /** Notes that the feed gave one more row. */
    void read() {
        read++;
    }

    /** Notes what share of the feed has been read. */
    void shareRead(double share) {
        shareRead = share;
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
        listener.progress(new Progress(done, total(), done / Math.max(elapsed().toNanos() / 1e9, 1e-9)));
    }

    /** The rows of a feed that does not know how many it has are reckoned by how much of it they took. */
    private OptionalLong total() {
        if (size.isPresent() || !(shareRead > 0) || shareRead >= 1) {
            return size;
        }
        return OptionalLong.of(Math.max(read, Math.round(read / shareRead)));
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
