package io.buyme.catalog;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.buyme.api.BuyMeException;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.catalog.fetch.FetchOptions;
import io.buyme.image.ImageDecoder;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Prepares rows ahead of the thread that takes them, and hands them out in their order. A few threads hash and decode;
 * more of them fetch pictures from the web, since they wait for servers most of the time. Used by one thread.
 */
final class RowsAhead implements AutoCloseable {

    private static final int DECODING = 2;
    private static final int FETCHING = 16;

    /** Pictures that are fetched or decoded wait in memory. */
    private static final int MAX_ROWS = 32;

    private final RowPreparer preparer;
    private final PictureReader reader;
    private final ExecutorService decoding = threads(DECODING, "buyme-ingest-%d");
    private final ExecutorService fetching = threads(FETCHING, "buyme-fetch-%d");
    private final Queue<Future<Prepared>> ahead = new ArrayDeque<>();

    /**
     * Creates it.
     *
     * @param products finds what is known of a product
     */
    RowsAhead(Function<String, Optional<CatalogEntry>> products, FetchOptions options) {
        ImageDecoder decoder = ImageDecoder.standard();
        this.preparer = new RowPreparer(products, decoder);
        this.reader = new PictureReader(decoder, options);
    }

    private static ExecutorService threads(int number, String name) {
        return Executors.newFixedThreadPool(
                number,
                new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build());
    }

    /** Begins to prepare a row. */
    void add(ProductRow row) {
        ExecutorService readers = PictureReader.isFromWeb(row.picture()) ? fetching : decoding;
        ahead.add(CompletableFuture.supplyAsync(() -> read(row), readers)
                .thenCompose(read -> CompletableFuture.supplyAsync(() -> prepared(row, read), decoding)));
    }

    /** What became of the reading of a picture: its bytes, or why there are none. */
    private sealed interface Read permits ReadBytes, ReadFailed {}

    /** Not a record, which would have to copy the bytes. */
    private static final class ReadBytes implements Read {

        private final byte[] bytes;

        ReadBytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private record ReadFailed(String reason) implements Read {}

    private Read read(ProductRow row) {
        try {
            return new ReadBytes(reader.read(row.picture()));
        } catch (BuyMeException e) {
            return new ReadFailed(String.valueOf(e.getMessage()));
        }
    }

    private Prepared prepared(ProductRow row, Read read) {
        return read instanceof ReadBytes picture
                ? preparer.prepare(row, picture.bytes)
                : new Bad(row.rejected("image", ((ReadFailed) read).reason()));
    }

    boolean isFull() {
        return ahead.size() >= MAX_ROWS;
    }

    boolean isEmpty() {
        return ahead.isEmpty();
    }

    /** Returns the row that was added first, waiting for it. */
    Prepared take() {
        try {
            // A result that is there already is handed out to an interrupted thread, too.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogException(
                    Reason.INTERRUPTED, "the ingest was interrupted; ingest the same feed again to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("preparing a row throws no checked exception", e);
        }
    }

    @Override
    public void close() {
        fetching.shutdownNow();
        decoding.shutdownNow();
        reader.close();
    }
}
