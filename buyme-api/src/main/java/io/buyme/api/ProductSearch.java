package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker.Candidate;
import io.buyme.api.Ranker.Sought;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The last step of a look, for whoever has embeddings already: nearest entries, their products, and what the ranker makes
 * of them. Safe for concurrent use; what it is made of is closed by its owner.
 */
public final class ProductSearch {

    private static final int MORE_CANDIDATES = 4;
    private static final int MOST_CANDIDATES = 10_000;

    /** So many more results cost an index next to nothing. */
    private static final int MOST_LEFT_OUT = 100;

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
        int count = ranker.candidates(request.matches());
        List<List<Candidate>> candidates = nearest(sought, count, request);
        List<ArticleMatches> results = new ArrayList<>();
        for (int i = 0; i < sought.size(); i++) {
            results.add(rank(sought.get(i), candidates.get(i), count, request));
        }
        return results;
    }

    private ArticleMatches rank(Sought sought, List<Candidate> candidates, int count, LookRequest request) {
        ArticleMatches ranked = ranker.rank(sought, candidates, request.matches());
        boolean thereMayBeMore = candidates.size() >= count && count <= MOST_CANDIDATES;
        if (ranked.matches().size() >= request.matches() || !thereMayBeMore) {
            return ranked;
        }
        int more = count * MORE_CANDIDATES;
        return rank(sought, nearest(List.of(sought), more, request).get(0), more, request);
    }

    private List<List<Candidate>> nearest(List<Sought> sought, int count, LookRequest request) {
        List<List<Neighbor>> neighbors = neighbors(sought, count, request);
        Map<String, DescribedProduct> found = products.productsById(neighbors.stream()
                .flatMap(List::stream)
                .map(Neighbor::id)
                .distinct()
                .toList());
        return neighbors.stream().map(n -> candidates(n, found)).toList();
    }

    /**
     * Returns what is nearest. A few products that are not wanted are left out afterwards, so that the index sees the
     * filter as it was made, of which it may know the answers.
     */
    private List<List<Neighbor>> neighbors(List<Sought> sought, int wanted, LookRequest request) {
        Set<String> without = request.without();
        boolean few = without.size() <= MOST_LEFT_OUT;
        Optional<Predicate<String>> filter = filter(request, few ? Set.of() : without);
        int asked = few ? (int) Math.min((long) wanted + without.size(), Integer.MAX_VALUE) : wanted;
        return index.searchAll(sought.stream().map(s -> query(s, asked, filter)).toList()).stream()
                .map(near -> near.stream()
                        .filter(n -> !without.contains(n.id()))
                        .limit(wanted)
                        .toList())
                .toList();
    }

    private Optional<Predicate<String>> filter(LookRequest request, Set<String> without) {
        Predicate<String> wanted = id -> !without.contains(id);
        if (request.filter().isAll()) {
            return without.isEmpty() ? Optional.empty() : Optional.of(wanted);
        }
        Predicate<String> passing = products.idsOf(request.filter());
        return Optional.of(without.isEmpty() ? passing : passing.and(wanted));
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
