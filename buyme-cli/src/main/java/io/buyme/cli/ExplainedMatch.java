package io.buyme.cli;

import io.buyme.api.Article;
import io.buyme.api.Crop;
import io.buyme.api.Match;
import io.buyme.catalog.explain.ExplanationPicture;
import io.buyme.catalog.explain.SimilarityMaps;
import java.awt.image.BufferedImage;

/**
 * A match with where its similarity came from.
 *
 * @param article of the photo
 * @param articleCrop as the embedder saw it
 * @param productCrop the product's picture
 * @param match of the two
 * @param maps over both crops
 */
record ExplainedMatch(Article article, Crop articleCrop, Crop productCrop, Match match, SimilarityMaps maps) {

    BufferedImage draw() {
        return new ExplanationPicture(article, articleCrop, productCrop, match, maps).draw();
    }
}
