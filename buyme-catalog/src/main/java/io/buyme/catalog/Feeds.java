package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes feeds of what is on disk.
 *
 * <ul>
 *   <li>A folder of pictures. The nearest folder above a picture whose name the taxonomy knows is its category, the path
 *       inside the feed its id, and the file name its title. Files without a picture's extension are passed over.
 *   <li>A {@code .csv} or {@code .tsv} file in UTF-8 with a header line. Columns are {@code id}, {@code title},
 *       {@code brand}, {@code price}, {@code currency}, {@code link}, {@code image} and {@code category}, in any order;
 *       others are ignored. They are separated by comma, semicolon or tab, whichever the header has most of.
 *   <li>A {@code .jsonl} or {@code .ndjson} file in UTF-8: on each line an object with fields of the same names.
 * </ul>
 *
 * <p>Required are {@code id}, {@code image} (a path relative to the feed's folder) and {@code category}; without a
 * {@code title} the id is shown. A price is {@code 12.99} or {@code 12,99} with the currency in its own column, or
 * {@code 12.99 EUR}.
 */
public final class Feeds {

    private Feeds() {}

    /**
     * Returns the feed at a path, with standard options.
     *
     * @throws CatalogException if nothing is there, or it is no feed
     */
    public static ProductFeed of(Path path) {
        return of(path, FeedOptions.standard());
    }

    /**
     * Returns the feed at a path.
     *
     * @throws CatalogException if nothing is there, or it is no feed
     */
    public static ProductFeed of(Path path, FeedOptions options) {
        if (!Files.exists(path)) {
            throw new CatalogException(
                    Reason.FEED, "no feed at " + path + "; name a folder, .csv, .tsv or .jsonl file");
        }
        if (Files.isDirectory(path)) {
            return new FolderFeed(path, options);
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "csv", "tsv" -> new CsvFeed(path, options);
            case "jsonl", "ndjson" -> new JsonLinesFeed(path, options);
            default ->
                throw new CatalogException(
                        Reason.FEED, path + " is no feed that can be read; wanted a folder, .csv, .tsv or .jsonl file");
        };
    }
}
