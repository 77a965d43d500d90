package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The picture of one article: cut out of a photo, or a product picture as it is.
 *
 * @param image only read
 * @param mask the article's pixels, in pixels of {@code image}; without one the embedder looks for the article itself
 * @param superCategory what kind of article it is, where that is known
 */
public record Crop(BufferedImage image, Optional<Mask> mask, Optional<SuperCategory> superCategory) {

    /** Checks that nothing is missing. */
    public Crop {
        requireNonNull(image, "image");
        requireNonNull(mask, "mask");
        requireNonNull(superCategory, "superCategory");
    }

    /** Returns the crop of a product picture, whose background is still to be found. */
    public static Crop ofProduct(BufferedImage image, SuperCategory superCategory) {
        return new Crop(image, Optional.empty(), Optional.of(superCategory));
    }

    /**
     * Cuts an article out of its photo, with a small margin around the box.
     *
     * @return a crop that shares pixels with the photo
     */
    public static Crop of(BufferedImage photo, Article article) {
        Box box = article.box().expand(0.02).clip(photo.getWidth(), photo.getHeight());
        int x = (int) box.x();
        int y = (int) box.y();
        BufferedImage image = photo.getSubimage(x, y, (int) box.width(), (int) box.height());
        return new Crop(image, article.mask().map(m -> m.translate(-x, -y)), Optional.of(article.superCategory()));
    }
}
