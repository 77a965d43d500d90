package io.buyme.cli.evaluate;

import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The photos of an annotation file. Remembers the last one, as its articles come one after the other. One thread. */
final class PhotoFolder {

    private final Path folder;
    private @Nullable CocoImage last;
    private @Nullable BufferedImage photo;

    PhotoFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the photo, only to be read.
     *
     * @throws io.buyme.api.BuyMeException if it cannot be read, or is not of the size that the annotations say
     */
    BufferedImage read(CocoImage image) {
        if (photo != null && image.equals(last)) {
            return photo;
        }
        BufferedImage decoded = ImageDecoder.standard().decode(folder.resolve(image.fileName()));
        if (decoded.getWidth() != image.width() || decoded.getHeight() != image.height()) {
            throw new EvaluationException("%s has %d x %d pixels, but its annotations are for %d x %d"
                    .formatted(
                            image.fileName(), decoded.getWidth(), decoded.getHeight(), image.width(), image.height()));
        }
        last = image;
        photo = decoded;
        return decoded;
    }
}
