package io.buyme.catalog;

import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.FieldsChanged;
import io.buyme.catalog.Prepared.Picture;
import io.buyme.catalog.Prepared.Unchanged;
import io.buyme.image.ImageDecoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/** Compares a row with the catalogue and decodes its picture if it has to be embedded. Safe for concurrent use. */
final class RowPreparer {

    /** Pictures wait in memory for the embedder, which looks at far fewer pixels than this. */
    private static final int MAX_SIDE = 1024;

    private final Catalog catalog;
    private final ImageDecoder decoder = ImageDecoder.standard();

    RowPreparer(Catalog catalog) {
        this.catalog = catalog;
    }

    Prepared prepare(ProductRow row) {
        Optional<CatalogEntry> known = catalog.find(row.product().id());
        String hash;
        try {
            hash = ContentHash.of(row.picture());
        } catch (IOException e) {
            return new Bad(row.rejected("image", "cannot be read: " + e));
        }
        if (known.filter(k -> sameEmbedding(k, row, hash)).isPresent()) {
            return known.get().product().equals(row.product()) ? Unchanged.UNCHANGED : new FieldsChanged(row.product());
        }
        return decode(row, hash, known.isPresent());
    }

    /** The embedding depends on the picture and the super-category, and on nothing else. */
    private static boolean sameEmbedding(CatalogEntry known, ProductRow row, String hash) {
        return known.imageHash().equals(Optional.of(hash))
                && known.product().superCategory() == row.product().superCategory();
    }

    /** Whatever a decoder makes of a file from outside, it must not end the ingest of the others. */
    private Prepared decode(ProductRow row, String hash, boolean known) {
        try {
            return new Picture(row, hash, known, bounded(decoder.decode(row.picture())));
        } catch (RuntimeException e) {
            return new Bad(row.rejected("image", String.valueOf(e.getMessage())));
        }
    }

    /** Returns the picture with its longer side within the bound, scaled in steps of a half so that no pixel is lost. */
    private static BufferedImage bounded(BufferedImage image) {
        BufferedImage bounded = image;
        while (Math.max(bounded.getWidth(), bounded.getHeight()) > MAX_SIDE) {
            double longer = Math.max(bounded.getWidth(), bounded.getHeight());
            bounded = scaled(bounded, Math.max(0.5, MAX_SIDE / longer));
        }
        return bounded;
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        int width = Math.max(1, (int) (image.getWidth() * factor));
        int height = Math.max(1, (int) (image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, image.getType());
        Graphics2D graphics = scaled.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return scaled;
    }
}
