package io.buyme.catalog.recommend;

import io.buyme.api.Article;
import io.buyme.api.Attributes;
import io.buyme.api.Box;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker.Candidate;
import io.buyme.api.Ranker.Sought;
import io.buyme.api.SuperCategory;
import java.util.Optional;

/** Articles and products on a plane, where an angle is all there is to a picture. */
final class Things {

    static final EmbeddingSpace SPACE = new EmbeddingSpace("plane", "1", 2, Metric.COSINE);

    private Things() {}

    static Embedding at(double degrees) {
        double angle = Math.toRadians(degrees);
        return Embedding.of(SPACE, (float) Math.cos(angle), (float) Math.sin(angle));
    }

    static Sought sought(String category) {
        Article article = new Article(category, SuperCategory.UPPER, 1, new Box(0, 0, 10, 10), Optional.empty());
        return new Sought(article, new Described(at(0), Attributes.NONE));
    }

    static Candidate candidate(String id, double degrees) {
        return candidate(id, degrees, "t-shirt", ProductDetails.NONE);
    }

    static Candidate candidate(String id, double degrees, String category, ProductDetails details) {
        Product product = new Product(
                        id,
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        id + ".jpg",
                        category,
                        SuperCategory.UPPER)
                .with(details);
        return new Candidate(
                new DescribedProduct(product, Attributes.NONE, Optional.of(at(degrees))),
                at(0).similarity(at(degrees)));
    }
}
