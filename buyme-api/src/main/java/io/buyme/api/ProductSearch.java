package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.ProductSource.DescribedProduct;
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

    private static final int MORE_CANDIDATES = 4;
    private static final int MOST_CANDIDATES = 10_000;

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
     * Returns, per article and in order, the best products of its super-category. If the ranker lists fewer than are
     * wanted, as when many of the nearest are variants of one style, it is given more of the nearest to choose from.
     *
     * @throws IllegalArgumentException if an embedding is not of the index's space
     */
    public List<ArticleMatches> findAll(List<Sought> sought, LookRequest request) {
        Optional<Predicate<String>> filter = filter(request);
        int count = ranker.candidates(request.matches());
        List<List<Candidate>> candidates = nearest(sought, count, filter);
        List<ArticleMatches> results = new ArrayList<>();
        for (int i = 0; i < sought.size(); i++) {
            results.add(rank(sought.get(i), candidates.get(i), count, request, filter));
        }
        return results;
    }

    private ArticleMatches rank(
            Sought sought,
            List<Candidate> candidates,
            int count,
            LookRequest request,
            Optional<Predicate<String>> filter) {
        ArticleMatches ranked = ranker.rank(sought, candidates, request.matches());
        boolean thereMayBeMore = candidates.size() >= count && count <= MOST_CANDIDATES;
        if (ranked.matches().size() >= request.matches() || !thereMayBeMore) {
            return ranked;
        }
        int more = count * MORE_CANDIDATES;
        return rank(sought, nearest(List.of(sought), more, filter).get(0), more, request, filter);
    }

    private List<List<Candidate>> nearest(List<Sought> sought, int count, Optional<Predicate<String>> filter) {
        List<List<Neighbor>> neighbors = index.searchAll(
                sought.stream().map(s -> query(s, count, filter)).toList());
        Map<String, DescribedProduct> found = products.productsById(neighbors.stream()
                .flatMap(List::stream)
                .map(Neighbor::id)
                .distinct()
                .toList());
        return neighbors.stream().map(n -> candidates(n, found)).toList();
    }

    private Optional<Predicate<String>> filter(LookRequest request) {
        Predicate<String> wanted = id -> !request.without().contains(id);
        if (request.filter().isAll()) {
            return request.without().isEmpty() ? Optional.empty() : Optional.of(wanted);
        }
        Predicate<String> passing = products.idsOf(request.filter());
        return Optional.of(request.without().isEmpty() ? passing : passing.and(wanted));
    }

    private static IndexQuery query(Sought sought, int count, Optional<Predicate<String>> filter) {
        IndexQuery query = IndexQuery.of(sought.described().embedding(), count)
                .in(sought.article().superCategory().name());
        return filter.map(query::where).orElse(query);
    }

    /** A product that was deleted between the search and the look-up is left out. */
    private static List<Candidate> candidates(List<Neighbor> neighbors, Map<String, DescribedProduct> found) {
        return neighbors.stream()
                .flatMap(n -> Optional.ofNullable(found.get(n.id())).map(p -> new Candidate(p, n.score())).stream())
                .toList();
    }
}
