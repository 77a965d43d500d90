package io.buyme.api;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.LookSteps.Seen;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last step of a look: nearest entries, their products, and why. */
final class ProductFinder {

    private final VectorIndex index;
    private final ProductSource products;
    private final Explainer explainer;
    private final int matchesPerArticle;

    ProductFinder(VectorIndex index, ProductSource products, Explainer explainer, int matchesPerArticle) {
        this.index = index;
        this.products = products;
        this.explainer = explainer;
        this.matchesPerArticle = matchesPerArticle;
    }

    /** Returns, per photo and article, the best products. All articles are searched in one call. */
    List<List<ArticleMatches>> findAll(List<Seen> photos) {
        List<IndexQuery> queries =
                photos.stream().flatMap(p -> queries(p).stream()).toList();
        List<List<Neighbor>> neighbors = index.searchAll(queries);
        Map<String, DescribedProduct> found = products.productsById(neighbors.stream()
                .flatMap(List::stream)
                .map(Neighbor::id)
                .distinct()
                .toList());
        List<List<ArticleMatches>> results = new ArrayList<>();
        int next = 0;
        for (Seen photo : photos) {
            List<ArticleMatches> articles = new ArrayList<>();
            for (int i = 0; i < photo.described().size(); i++) {
                Article article = photo.detection().articles().get(i);
                Attributes seen = photo.described().get(i).attributes();
                articles.add(new ArticleMatches(article, seen, matches(article, seen, neighbors.get(next++), found)));
            }
            results.add(List.copyOf(articles));
        }
        return results;
    }

    private List<IndexQuery> queries(Seen photo) {
        List<IndexQuery> queries = new ArrayList<>();
        for (int i = 0; i < photo.described().size(); i++) {
            Described described = photo.described().get(i);
            SuperCategory partition = photo.detection().articles().get(i).superCategory();
            queries.add(IndexQuery.of(described.embedding(), matchesPerArticle).in(partition.name()));
        }
        return queries;
    }

    /** A product that was deleted between the search and the look-up is left out. */
    private List<Match> matches(
            Article article, Attributes seen, List<Neighbor> neighbors, Map<String, DescribedProduct> found) {
        return neighbors.stream()
                .flatMap(n -> Optional.ofNullable(found.get(n.id()))
                        .map(p -> new Match(p.product(), n.score(), explainer.explain(article, seen, p, n.score())))
                        .stream())
                .toList();
    }
}
