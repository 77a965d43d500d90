package io.buyme.catalog;

import io.buyme.catalog.fetch.FetchOptions;
import io.buyme.catalog.fetch.PictureFetcher;
import io.buyme.image.ImageDecoder;
import java.net.URI;
import java.nio.file.Path;

/** Reads pictures from files and from the web. Safe for concurrent use. */
final class PictureReader implements AutoCloseable {

    private final ImageDecoder decoder;
    private final PictureFetcher fetcher;

    PictureReader(ImageDecoder decoder, FetchOptions options) {
        this.decoder = decoder;
        this.fetcher = new PictureFetcher(options);
    }

    static boolean isFromWeb(URI picture) {
        return "http".equalsIgnoreCase(picture.getScheme()) || "https".equalsIgnoreCase(picture.getScheme());
    }

    /**
     * Returns the bytes of a picture.
     *
     * @throws io.buyme.api.BuyMeException if it cannot be read
     */
    byte[] read(URI picture) {
        return isFromWeb(picture) ? fetcher.fetch(picture) : decoder.read(Path.of(picture));
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
