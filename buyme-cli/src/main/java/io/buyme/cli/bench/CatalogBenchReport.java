package io.buyme.cli.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What keeping a catalogue costs. Milliseconds where nothing else is said.
 *
 * @param embedder that made the vectors
 * @param index id of the provider
 * @param java version
 * @param processors that the JVM sees
 * @param pictures that were really ingested: read, decoded, embedded
 * @param ingestPerSecond of these, pictures a second
 * @param unchangedPerSecond the same feed again, rows a second
 * @param products in the end; the rest were written with vectors made of those of the pictures
 * @param writtenPerSecond of these, products a second, in batches of 500, with the index following
 * @param addMs from the call that adds one product to a search that finds it
 * @param removeMs from the call that removes one product to a search that does not find it
 * @param searchMs ten nearest of one super-category, by the index alone
 * @param filterFirstMs the first search with a price range, which reads what filters need into memory
 * @param filterMs further searches with that price range
 * @param filterOtherMs searches each with a price range of its own
 * @param heapMb of the catalogue, its index and what filters need, after a garbage collection
 * @param databaseMb on disk
 * @param snapshotMb of the index, on disk
 * @param saveMs of the index at closing
 * @param openMs with the snapshot
 * @param openBehindMs with a snapshot that lacks the last thousand products
 * @param openRebuildingMs without a snapshot
 * @param checkMs reading every page and row
 * @param backupMs copying and checking the copy
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CatalogBenchReport(
        String embedder,
        String index,
        String java,
        int processors,
        int pictures,
        double ingestPerSecond,
        double unchangedPerSecond,
        long products,
        double writtenPerSecond,
        Percentiles addMs,
        Percentiles removeMs,
        Percentiles searchMs,
        double filterFirstMs,
        Percentiles filterMs,
        Percentiles filterOtherMs,
        double heapMb,
        double databaseMb,
        double snapshotMb,
        double saveMs,
        double openMs,
        double openBehindMs,
        double openRebuildingMs,
        double checkMs,
        double backupMs) {}
