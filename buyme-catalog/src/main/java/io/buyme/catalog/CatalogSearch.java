package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.api.LookRequest;
import io.buyme.api.Product;
import io.buyme.api.ProductSearch;
import io.buyme.api.Ranker;
import io.buyme.api.Ranker.Sought;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches a catalogue by something else than a photo of a person: a product of its own, a part of a picture that
 * somebody marked. ({@link Catalog#products(io.buyme.api.ProductFilter, int)} searches by words
 * alone.) Safe for concurrent use; catalogue and embedder are closed by their owner.
 *
 * <p>Make one after each move to another embedder.
 */
public final class CatalogSearch {

    /** Stored vectors are of whole pictures, whose size is not stored. */
    private static final Box WHOLE_PICTURE = new Box(0, 0, 1, 1);

    private final Catalog catalog;
    private final ProductSearch search;

    /** Creates a search whose recommendations are this ranker's. */
    public CatalogSearch(Catalog catalog, Ranker ranker) {
        this.catalog = requireNonNull(catalog, "catalog");
        this.search = new ProductSearch(catalog.index(), catalog, ranker);
    }

    /**
     * Returns products like one of the catalogue, without itself.
     *
     * @return empty if there is no product of this id
     */
    public Optional<ArticleMatches> moreLike(String productId, LookRequest request) {
        return catalog.find(productId).map(entry -> find(sought(entry), request.without(with(request, productId))));
    }

    private static Set<String> with(LookRequest request, String productId) {
        Set<String> without = new HashSet<>(request.without());
        without.add(productId);
        return without;
    }

    private static Sought sought(CatalogEntry entry) {
        Product product = entry.product();
        Article article = new Article(
                product.category(),
                product.superCategory(),
                product.details().categoryScore(),
                WHOLE_PICTURE,
                Optional.empty());
        return new Sought(article, new Described(entry.embedding(), entry.attributes()));
    }

    /**
     * Returns products like what is in a box that somebody drew in a picture.
     *
     * @param picture upright, sRGB, only read
     * @param box in pixels of the picture; what is beyond its edges is cut off
     * @param category what is in it, as far as that is known: a word of the taxonomy or of the shop
     * @param superCategory where to search
     * @param embedder of the catalogue's space
     * @throws IllegalArgumentException if the box is beside the picture, or the embedder of another space
     */
    public ArticleMatches inBox(
            BufferedImage picture,
            Box box,
            String category,
            SuperCategory superCategory,
            Embedder embedder,
            LookRequest request) {
        Box inside = box.clip(picture.getWidth(), picture.getHeight());
        Article article = new Article(category, superCategory, 1, inside, Optional.empty());
        Crop crop = Crop.of(picture, article);
        Described described = embedder instanceof DescribingEmbedder describing
                ? describing.describe(crop)
                : new Described(embedder.embed(crop), Attributes.NONE);
        return find(new Sought(article, described), request);
    }

    private ArticleMatches find(Sought sought, LookRequest request) {
        return search.findAll(List.of(sought), request).get(0);
    }
}
