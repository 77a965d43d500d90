package io.buyme.cli.evaluate;

import io.buyme.api.Crop;
import io.buyme.image.coco.CocoImage;
import java.util.Optional;

/**
 * A photo with all that is in it.
 *
 * @param image the photo
 * @param photos where it is
 */
record WholePhoto(CocoImage image, PhotoFolder photos) implements PhotoSample {

    @Override
    public String name() {
        return image.fileName();
    }

    @Override
    public String category() {
        return "photo";
    }

    @Override
    public Crop crop() {
        return new Crop(photos.read(image), Optional.empty(), Optional.empty());
    }
}
