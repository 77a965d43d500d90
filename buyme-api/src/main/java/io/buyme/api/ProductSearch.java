package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Ranker.Candidate;
import io.buyme.api.Ranker.Sought;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last step of a look, for whoever has embeddings already: nearest entries, their products, and what the ranker makes
 * of them. Safe for concurrent use; what it is made of is closed by its owner.
 */
public final class ProductSearch {

    private final VectorIndex index;
    private final ProductSource products;
    private final Ranker ranker;

    /**
     * Creates a search.
     *
     * @param index partitioned by the names of super-categories
     * @param products behind the ids of the index
     * @param ranker makes recommendations of what is near
     */
    public ProductSearch(VectorIndex index, ProductSource products, Ranker ranker) {
        this.index = requireNonNull(index, "index");
        this.products = requireNonNull(products, "products");
        this.ranker = requireNonNull(ranker, "ranker");
    }

    /**
     * Returns, per article and in order, the best products of its super-category.
     *
     * @throws IllegalArgumentException if an embedding is not of the index's space
     */
    public List<ArticleMatches> findAll(List<Sought> sought, LookRequest request) {
        Optional<Predicate<String>> filter = filter(request);
        List<List<Neighbor>> neighbors = index.searchAll(
                sought.stream().map(s -> query(s, request, filter)).toList());
        Map<String, ProductSource.DescribedProduct> found = products.productsById(neighbors.stream()
                .flatMap(List::stream)
                .map(Neighbor::id)
                .distinct()
                .toList());
        List<ArticleMatches> results = new ArrayList<>();
        for (int i = 0; i < sought.size(); i++) {
            results.add(ranker.rank(sought.get(i), candidates(neighbors.get(i), found), request.matches()));
        }
        return results;
    }

    private Optional<Predicate<String>> filter(LookRequest request) {
        Predicate<String> wanted = id -> !request.without().contains(id);
        if (request.filter().isAll()) {
            return request.without().isEmpty() ? Optional.empty() : Optional.of(wanted);
        }
        Predicate<String> passing = products.idsOf(request.filter());
        return Optional.of(request.without().isEmpty() ? passing : passing.and(wanted));
    }

    private IndexQuery query(Sought sought, LookRequest request, Optional<Predicate<String>> filter) {
        IndexQuery query = IndexQuery.of(sought.described().embedding(), ranker.candidates(request.matches()))
                .in(sought.article().superCategory().name());
        return filter.map(query::where).orElse(query);
    }

    /** A product that was deleted between the search and the look-up is left out. */
    private static List<Candidate> candidates(
            List<Neighbor> neighbors, Map<String, ProductSource.DescribedProduct> found) {
        return neighbors.stream()
                .flatMap(n -> Optional.ofNullable(found.get(n.id())).map(p -> new Candidate(p, n.score())).stream())
                .toList();
    }
}
