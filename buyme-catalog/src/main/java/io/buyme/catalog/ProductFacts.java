package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.buyme.api.FixedFilter;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.ProductFilter;
import io.buyme.catalog.CatalogDatabase.Sequenced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What filters ask of products, in memory, as an index asks for thousands of them in a search. Follows the database by
 * sequence number, from the first filter on; before that it costs nothing. Some 450 bytes a product, as most brands,
 * sizes and details are those of other products too.
 *
 * <p>Filters are asked by any thread; the catalogue calls {@link #load} and {@link #catchUp} under its write lock.
 */
final class ProductFacts {

    private static final int PRODUCTS_PER_STEP = 1000;
    private static final int REMEMBERED_FILTERS = 64;

    private final CatalogDatabase database;
    private final Map<String, Product> facts = new ConcurrentHashMap<>();
    private final Interner<Object> known = Interners.newWeakInterner();

    /** One object a filter, since indexes remember its answers; given up as soon as one of the answers may be another. */
    private final Cache<ProductFilter, FixedFilter> filters =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED_FILTERS).build();

    private long sequence;
    private volatile boolean loaded;

    ProductFacts(CatalogDatabase database) {
        this.database = database;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** Reads the facts of all products, unless they are here already. */
    void load() {
        if (!loaded) {
            follow();
            loaded = true;
        }
    }

    /** Applies what was committed since the last call, if anybody ever asked. */
    void catchUp() {
        if (loaded) {
            follow();
        }
    }

    private void follow() {
        long target = database.sequence();
        boolean changed = false;
        // Nobody asks about what is gone, and an index asks anew about what comes back.
        database.removedAfter(sequence).forEach(facts::remove);
        long applied = sequence;
        List<Sequenced<Product>> put = database.changedAfter(sequence, PRODUCTS_PER_STEP);
        while (!put.isEmpty()) {
            for (Sequenced<Product> product : put) {
                changed |= replaces(factsOf(product.value()));
            }
            applied = put.get(put.size() - 1).sequence();
            put = database.changedAfter(applied, PRODUCTS_PER_STEP);
        }
        sequence = Math.max(target, applied);
        if (changed) {
            filters.invalidateAll();
        }
    }

    /** Tells whether a product was here with other facts. */
    private boolean replaces(Product product) {
        Product before = facts.put(product.id(), product);
        return before != null && !before.equals(product);
    }

    /** Returns a product with whatever is equal to another one's as one object. */
    private Product factsOf(Product product) {
        ProductDetails details = product.details();
        ProductDetails shared = new ProductDetails(
                details.availability(),
                share(details.color()),
                share(details.gender()),
                share(details.sizes()),
                details.group(),
                share(details.tags()),
                Optional.empty(),
                List.of(),
                1);
        return new Product(
                product.id(),
                "",
                share(product.brand()),
                product.price(),
                Optional.empty(),
                "",
                share(product.category()),
                product.superCategory(),
                share(shared));
    }

    @SuppressWarnings("unchecked") // what is equal to a T of these immutable classes is a T
    private <T> T share(T value) {
        return (T) known.intern(value);
    }

    /** Returns the ids of products that pass, as they are now: a product that changes later passes or not accordingly. */
    Predicate<String> idsOf(ProductFilter filter) {
        return filters.asMap().computeIfAbsent(filter, f -> FixedFilter.of(id -> passes(f, id)));
    }

    /** Returns the first ids, in their order, of products that pass. */
    List<String> firstIdsOf(ProductFilter filter, int limit) {
        return facts.values().stream()
                .filter(filter)
                .map(Product::id)
                .sorted()
                .limit(limit)
                .toList();
    }

    private boolean passes(ProductFilter filter, String id) {
        Product product = facts.get(requireNonNull(id, "id"));
        return product != null && filter.test(product);
    }
}
