package io.buyme.cli;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Explainer;
import io.buyme.api.IndexQuery;
import io.buyme.api.Match;
import io.buyme.api.Neighbor;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.catalog.explain.SimilarityExplainer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Explains matches of one photo with the products of one catalogue. */
final class Explaining {

    private final BufferedImage photo;
    private final OpenCatalog open;
    private final SimilarityExplainer maps;

    Explaining(BufferedImage photo, OpenCatalog open) {
        this.photo = photo;
        this.open = open;
        this.maps = SimilarityExplainer.occlusion(open.embedder());
    }

    /** Returns the product with this id. */
    DescribedProduct product(String id) {
        return Optional.ofNullable(open.catalog().productsById(List.of(id)).get(id))
                .orElseThrow(() -> new BuyMeException(
                        "there is no product '%s' in the catalogue; 'buyme list' shows the ids".formatted(id)));
    }

    /** Explains the best match of an article, if it has one. */
    Optional<ExplainedMatch> best(ArticleMatches found) {
        return found.matches().stream().findFirst().map(match -> explained(found.article(), match));
    }

    /** Explains the match of an article that nobody has searched for yet with the nearest product. */
    ExplainedMatch nearest(Article article) {
        Described seen = describe(Crop.of(photo, article));
        IndexQuery query =
                IndexQuery.of(seen.embedding(), 1).in(article.superCategory().name());
        Neighbor neighbor = open.catalog().index().search(query).stream()
                .findFirst()
                .orElseThrow(() -> new BuyMeException("the catalogue has nothing for "
                        + article.superCategory().label()));
        return with(article, seen, product(neighbor.id()), neighbor.score());
    }

    /** Explains the match of an article with a product. */
    ExplainedMatch with(Article article, DescribedProduct product) {
        List<Described> both =
                List.of(describe(Crop.of(photo, article)), describe(ProductPictures.crop(product.product())));
        double score = both.get(0).embedding().similarity(both.get(1).embedding());
        return with(article, both.get(0), product, score);
    }

    private ExplainedMatch with(Article article, Described seen, DescribedProduct product, double score) {
        Match match = new Match(
                product.product(), score, Explainer.standard().explain(article, seen.attributes(), product, score));
        return explained(article, match);
    }

    private ExplainedMatch explained(Article article, Match match) {
        Crop articleCrop = Crop.of(photo, article);
        Crop productCrop = ProductPictures.crop(match.product());
        return new ExplainedMatch(article, articleCrop, productCrop, match, maps.explain(articleCrop, productCrop));
    }

    private Described describe(Crop crop) {
        return open.embedder() instanceof DescribingEmbedder describing
                ? describing.describe(crop)
                : new Described(open.embedder().embed(crop), Attributes.NONE);
    }
}
