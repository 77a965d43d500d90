package io.buyme.catalog.feed;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes feeds of what is on disk.
 *
 * <ul>
 *   <li>A folder of pictures. The nearest folder above a picture whose name the taxonomy knows is its category, the path
 *       inside the feed its id, and the file name its title. Files without a picture's extension are passed over.
 *   <li>A table in UTF-8 ({@code .csv}, {@code .tsv}) with a header line, separated by comma, semicolon or tab, whichever
 *       the header has most of. Its columns, in any order and case, are those of
 *       <a href="https://support.google.com/merchants/answer/7052112">Google's product data</a>: {@code id},
 *       {@code title}, {@code link}, {@code image_link} or {@code image}, {@code additional_image_link}, {@code price},
 *       {@code sale_price}, {@code sale_price_effective_date}, {@code availability}, {@code brand}, {@code color},
 *       {@code gender}, {@code size}, {@code product_type}, {@code google_product_category} and {@code item_group_id};
 *       and {@code category}, {@code currency}, {@code sizes} and {@code tags}. Others are passed over.
 *   <li>Shopify's product CSV, told by its columns {@code Handle}, {@code Title} and {@code Image Src}.
 *   <li>JSON Lines ({@code .jsonl}, {@code .ndjson}): on each line an object with fields of those names, or a product of
 *       Schema.org.
 *   <li>JSON ({@code .json}, {@code .jsonld}): such objects in an array, in a {@code @graph}, in a list, or alone.
 *   <li>XML ({@code .xml}, {@code .rss}, {@code .atom}): Google's product data as RSS 2.0 or Atom 1.0.
 * </ul>
 *
 * <p>Each file may be packed by gzip, with {@code .gz} behind its name. A file of any other name is what its content looks
 * like.
 *
 * <p>Required are an id and a picture: an address of http or https, or a path relative to the feed's folder. Without a
 * title the id is shown. A price is {@code 12.99 EUR}, or {@code 12.99} with the currency in its own column or in the
 * options. A row whose category is missing or unknown is a row all the same: the picture may tell.
 */
public final class Feeds {

    private Feeds() {}

    /**
     * Returns the feed at a path, with standard options.
     *
     * @throws FeedException if nothing is there, or it is no feed
     */
    public static ProductFeed of(Path path) {
        return of(path, FeedOptions.standard());
    }

    /**
     * Returns the feed at a path.
     *
     * @throws FeedException if nothing is there, or it is no feed
     */
    public static ProductFeed of(Path path, FeedOptions options) {
        if (!Files.exists(path)) {
            throw new FeedException(
                    "no feed at " + path + "; name a folder of pictures, or a .csv, .tsv, .xml, .json or .jsonl file");
        }
        if (Files.isDirectory(path)) {
            return new FolderFeed(path, options);
        }
        FeedFile file = new FeedFile(path);
        FeedFormat format = FeedFormat.of(file)
                .orElseThrow(() -> new FeedException(
                        path + " is no feed that can be read; wanted a folder of pictures, or a .csv, .tsv, .xml, .json"
                                + " or .jsonl file of products"));
        return new FileFeed(file, options, format);
    }
}
