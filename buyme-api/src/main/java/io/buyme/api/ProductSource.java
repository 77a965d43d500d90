package io.buyme.api;

import java.util.Collection;
import java.util.Map;

/** Where the pipeline looks up the products behind the ids that the index returned. Safe for concurrent use. */
@FunctionalInterface
public interface ProductSource {

    /** Returns the products with these ids. Ids that are unknown, or no longer for sale, are left out. */
    Map<String, DescribedProduct> productsById(Collection<String> ids);

    /**
     * A product with what the embedder said of its picture.
     *
     * @param product to buy
     * @param attributes of its picture; {@link Attributes#NONE} if the embedder describes nothing
     */
    record DescribedProduct(Product product, Attributes attributes) {}
}
