package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.SuperCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import io.buyme.image.coco.score.CocoDetection;
import java.util.Optional;

/**
 * An article that the detector saw, in less memory than a mask takes.
 *
 * @param image in which
 * @param category the detector's word
 * @param superCategory of the category
 * @param score the detector's
 * @param box around it
 * @param pixels that show it, if the detector said which
 */
record Sighting(
        CocoImage image,
        String category,
        SuperCategory superCategory,
        double score,
        Box box,
        Optional<RunLengths> pixels) {

    static Sighting of(CocoImage image, Article article) {
        Optional<RunLengths> pixels = article.mask().map(mask -> RunLengths.of(mask, image.width(), image.height()));
        return new Sighting(image, article.category(), article.superCategory(), article.score(), article.box(), pixels);
    }

    CocoDetection as(long categoryId) {
        return new CocoDetection(image.id(), categoryId, score, box, pixels);
    }
}
