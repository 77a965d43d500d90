package io.buyme.catalog;

import io.buyme.api.Product;
import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.FieldsChanged;
import io.buyme.catalog.Prepared.Picture;
import io.buyme.catalog.Prepared.Unchanged;
import io.buyme.catalog.feed.ProductDraft;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.image.ImageDecoder;
import io.buyme.image.Thumbnails;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;

/** Compares a row with the catalogue and decodes its picture if it has to be embedded. Safe for concurrent use. */
final class RowPreparer {

    /** Pictures wait in memory for the embedder, which looks at far fewer pixels than this. */
    private static final int MAX_SIDE = 1024;

    private final Function<String, Optional<CatalogEntry>> products;
    private final ImageDecoder decoder;

    /**
     * Creates a preparer.
     *
     * @param products finds what is known of a product
     */
    RowPreparer(Function<String, Optional<CatalogEntry>> products, ImageDecoder decoder) {
        this.products = products;
        this.decoder = decoder;
    }

    /** Returns what is to be done for a row whose picture's file has these bytes. */
    Prepared prepare(ProductRow row, byte[] bytes) {
        Optional<CatalogEntry> known = products.apply(row.draft().id());
        String hash = ContentHash.of(bytes);
        if (known.filter(k -> sameEmbedding(k, row, hash)).isPresent()) {
            Product here = known.get().product();
            Product told = product(row.draft(), here);
            return here.equals(told) ? Unchanged.UNCHANGED : new FieldsChanged(told);
        }
        return decode(row, bytes, hash, known.isPresent());
    }

    /** The embedding depends on the picture and the super-category, and on nothing else. */
    private static boolean sameEmbedding(CatalogEntry known, ProductRow row, String hash) {
        return known.imageHash().equals(Optional.of(hash))
                && row.draft()
                        .superCategory()
                        .map(s -> s == known.product().superCategory())
                        .orElse(true);
    }

    /** A category that the feed does not tell is still what the same picture told before. */
    private static Product product(ProductDraft draft, Product here) {
        return draft.product()
                .orElseGet(() -> draft.in(
                        here.category(), here.superCategory(), here.details().categoryScore()));
    }

    /** Whatever a decoder makes of a file from outside, it must not end the ingest of the others. */
    private Prepared decode(ProductRow row, byte[] bytes, String hash, boolean known) {
        try {
            BufferedImage image = decoder.decode(bytes, row.draft().image());
            return new Picture(row, hash, known, Thumbnails.fit(image, MAX_SIDE));
        } catch (RuntimeException e) {
            return new Bad(row.rejected("image", String.valueOf(e.getMessage())));
        }
    }
}
