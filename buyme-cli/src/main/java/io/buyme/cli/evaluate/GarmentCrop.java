package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.Crop;
import io.buyme.api.SuperCategory;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoImage;

/**
 * An article as it is annotated in a photo.
 *
 * @param image the photo
 * @param annotation the article
 * @param category its category
 * @param superCategory of that
 * @param masks says which pixels show the article
 * @param photos where the photo is
 */
record GarmentCrop(
        CocoImage image,
        CocoAnnotation annotation,
        String category,
        SuperCategory superCategory,
        MaskSource masks,
        PhotoFolder photos)
        implements PhotoSample {

    @Override
    public String name() {
        return "%s, annotation %d, %s".formatted(image.fileName(), annotation.id(), category);
    }

    /** Returns the article cut out as {@link io.buyme.api.LookPipeline} does it. */
    @Override
    public Crop crop() {
        Article article = new Article(category, superCategory, 1, annotation.box(), annotation.mask());
        return masks.crop(photos.read(image), article);
    }
}
