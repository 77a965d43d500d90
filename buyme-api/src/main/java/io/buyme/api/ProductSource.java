package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the pipeline looks up the products behind the ids that the index returned. Safe for concurrent use. */
@FunctionalInterface
public interface ProductSource {

    /** Returns the products with these ids. Ids that are unknown, or no longer for sale, are left out. */
    Map<String, DescribedProduct> productsById(Collection<String> ids);

    /**
     * Returns the ids whose products pass a filter, as the index asks for them: often, and from several threads. A
     * source that holds many products does better than this default, which looks up one product at a time.
     */
    default Predicate<String> idsOf(ProductFilter filter) {
        requireNonNull(filter, "filter");
        return id -> {
            DescribedProduct found = productsById(List.of(id)).get(id);
            return found != null && filter.test(found.product());
        };
    }

    /**
     * A product with what the embedder said of its picture.
     *
     * @param product to buy
     * @param attributes of its picture; {@link Attributes#NONE} if the embedder describes nothing
     * @param embedding of its picture, where the source keeps it: without it, near duplicates are not told
     */
    record DescribedProduct(Product product, Attributes attributes, Optional<Embedding> embedding) {

        /** Checks that nothing is missing. */
        public DescribedProduct {
            requireNonNull(product, "product");
            requireNonNull(attributes, "attributes");
            requireNonNull(embedding, "embedding");
        }

        /** Makes one without an embedding. */
        public DescribedProduct(Product product, Attributes attributes) {
            this(product, attributes, Optional.empty());
        }
    }
}
