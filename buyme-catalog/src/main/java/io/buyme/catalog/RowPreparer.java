package io.buyme.catalog;

import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.FieldsChanged;
import io.buyme.catalog.Prepared.Picture;
import io.buyme.catalog.Prepared.Unchanged;
import io.buyme.image.ImageDecoder;
import io.buyme.image.Thumbnails;
import io.buyme.image.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;

/** Compares a row with the catalogue and decodes its picture if it has to be embedded. Safe for concurrent use. */
final class RowPreparer {

    /** Pictures wait in memory for the embedder, which looks at far fewer pixels than this. */
    private static final int MAX_SIDE = 1024;

    private final Function<String, Optional<CatalogEntry>> products;
    private final ImageDecoder decoder = ImageDecoder.standard();

    /**
     * Creates a preparer.
     *
     * @param products finds what is known of a product
     */
    RowPreparer(Function<String, Optional<CatalogEntry>> products) {
        this.products = products;
    }

    Prepared prepare(ProductRow row) {
        Optional<CatalogEntry> known = products.apply(row.product().id());
        byte[] bytes;
        try {
            bytes = decoder.read(row.picture());
        } catch (UnreadableImageException e) {
            return new Bad(row.rejected("image", String.valueOf(e.getMessage())));
        }
        String hash = ContentHash.of(bytes);
        if (known.filter(k -> sameEmbedding(k, row, hash)).isPresent()) {
            return known.get().product().equals(row.product()) ? Unchanged.UNCHANGED : new FieldsChanged(row.product());
        }
        return decode(row, bytes, hash, known.isPresent());
    }

    /** The embedding depends on the picture and the super-category, and on nothing else. */
    private static boolean sameEmbedding(CatalogEntry known, ProductRow row, String hash) {
        return known.imageHash().equals(Optional.of(hash))
                && known.product().superCategory() == row.product().superCategory();
    }

    /** Whatever a decoder makes of a file from outside, it must not end the ingest of the others. */
    private Prepared decode(ProductRow row, byte[] bytes, String hash, boolean known) {
        try {
            BufferedImage image = decoder.decode(bytes, row.picture().toString());
            return new Picture(row, hash, known, Thumbnails.fit(image, MAX_SIDE));
        } catch (RuntimeException e) {
            return new Bad(row.rejected("image", String.valueOf(e.getMessage())));
        }
    }
}
