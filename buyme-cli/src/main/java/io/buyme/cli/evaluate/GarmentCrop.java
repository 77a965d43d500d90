package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoImage;
import java.util.Optional;

/**
 * An article as it is annotated in a photo.
 *
 * @param image the photo
 * @param annotation the article
 * @param category its category
 * @param superCategory of that
 * @param masked whether the embedder is told which pixels show the article
 * @param photos where the photo is
 */
record GarmentCrop(
        CocoImage image,
        CocoAnnotation annotation,
        String category,
        SuperCategory superCategory,
        boolean masked,
        PhotoFolder photos)
        implements PhotoSample {

    @Override
    public String name() {
        return "%s, annotation %d, %s".formatted(image.fileName(), annotation.id(), category);
    }

    /** Returns the article cut out as {@link io.buyme.api.LookPipeline} does it. */
    @Override
    public Crop crop() {
        Optional<Mask> mask = masked ? annotation.mask() : Optional.empty();
        return Crop.of(photos.read(image), new Article(category, superCategory, 1, annotation.box(), mask));
    }
}
