package io.buyme.cli.report;

import io.buyme.api.Crop;
import io.buyme.api.Product;
import io.buyme.catalog.explain.HeatMapPicture;
import io.buyme.catalog.explain.SimilarityExplainer;
import io.buyme.catalog.explain.SimilarityMaps;

/** Shows which regions of an article and of a product carried their similarity. */
record HeatMaps(SimilarityExplainer explainer) {

    private static final int SIDE = 240;

    /** Writes both maps; nothing if the product's picture is no file, or cannot be read. */
    void write(Html html, Crop article, Product product) {
        Pictures.read(product).ifPresent(picture -> {
            Crop offered = Crop.ofProduct(picture, product.superCategory());
            SimilarityMaps maps = explainer.explain(article, offered);
            html.open("div", "class", "maps", "title", "The redder, the more of the similarity came from there");
            String worn = Pictures.dataUri(HeatMapPicture.draw(article, maps.article(), SIDE), SIDE);
            html.open("img", "src", worn, "alt", "heat map of the article in the photo");
            String here = Pictures.dataUri(HeatMapPicture.draw(offered, maps.product(), SIDE), SIDE);
            html.open("img", "src", here, "alt", "heat map of the product");
            html.close();
        });
    }
}
