package io.buyme.cli.heldout;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Product;
import io.buyme.api.Ranker.Sought;
import java.util.Optional;

/**
 * A product that is looked for with another picture of it.
 *
 * @param product of the catalogue
 * @param stored what the catalogue knows of its picture
 * @param seen what the embedder makes of the other picture
 */
record HeldOut(Product product, Described stored, Described seen) {

    private static final Box WHOLE_PICTURE = new Box(0, 0, 1, 1);

    /** Returns the query with the other picture. */
    Sought otherPicture() {
        return sought(seen);
    }

    /** Returns the query with the picture that the catalogue has. */
    Sought ownPicture() {
        return sought(stored);
    }

    private Sought sought(Described described) {
        Article article = new Article(product.category(), product.superCategory(), 1, WHOLE_PICTURE, Optional.empty());
        return new Sought(article, described);
    }
}
