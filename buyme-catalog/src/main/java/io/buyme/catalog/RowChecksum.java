package io.buyme.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Tells whether a row is what was written. A database notices when its own structure is damaged, but not when the text
 * of a title or a number of a vector is.
 */
final class RowChecksum {

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    private final CRC32C sum = new CRC32C();

    private RowChecksum() {}

    static long of(Product product) {
        ProductDetails details = product.details();
        RowChecksum row = new RowChecksum();
        row.add(product.id()).add(product.title()).add(product.brand()).addPrice(product.price());
        row.add(product.link()).add(product.image()).add(product.category());
        row.add(product.superCategory().name()).add(details.availability().name());
        row.add(details.color()).add(details.gender()).add(details.group());
        row.addAll(details.sizes()).addAll(details.tags()).addAll(details.moreImages());
        row.addPrice(details.regularPrice()).add(Double.toString(details.categoryScore()));
        return row.sum.getValue();
    }

    /** Returns the checksum of what is known of a picture beside its vector. */
    static long of(String productId, Optional<String> imageHash, String attributes) {
        return new RowChecksum()
                .add(productId)
                .add(imageHash)
                .add(attributes)
                .sum
                .getValue();
    }

    /** Returns the checksum of the first bytes of a vector. */
    static int of(String productId, byte[] vector, int length) {
        RowChecksum row = new RowChecksum().add(productId);
        row.sum.update(vector, 0, length);
        return (int) row.sum.getValue();
    }

    /** The text's end is marked, so that no letter can move from one field to the next unseen. */
    private RowChecksum add(String text) {
        sum.update(text.getBytes(UTF_8));
        sum.update(PRESENT);
        return this;
    }

    private RowChecksum add(Optional<String> text) {
        text.ifPresentOrElse(this::add, () -> sum.update(ABSENT));
        return this;
    }

    private RowChecksum addAll(Iterable<String> texts) {
        texts.forEach(this::add);
        sum.update(ABSENT);
        return this;
    }

    private RowChecksum addPrice(Optional<Price> price) {
        return add(price.map(Price::toString));
    }
}
