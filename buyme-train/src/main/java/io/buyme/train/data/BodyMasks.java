package io.buyme.train.data;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.image.coco.CocoImage;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Masks that say of each pixel which label it has; of them, those that are parts of the body. */
final class BodyMasks {

    private final Path folder;
    private final List<Integer> ids;

    /** Creates a reader of the folder {@code masks}, whose numbers are explained in {@code labels.txt}. */
    BodyMasks(Path folder, List<String> parts) {
        this.folder = folder.resolve("masks");
        LabelIds labels = LabelIds.read(folder.resolve("labels.txt"));
        this.ids = parts.stream().map(labels::id).toList();
    }

    /**
     * Writes the classes of the body, of which the first is 1, where an image shows them.
     *
     * @return the box around all that is labeled, be it body or article; empty if there is no mask of the image
     */
    Optional<Box> paint(CocoImage image, byte[] into) {
        if (!(image.extra().get("mask_file") instanceof String name)) {
            return Optional.empty();
        }
        Raster mask = read(folder.resolve(name));
        if (mask.getWidth() != image.width() || mask.getHeight() != image.height()) {
            throw new BuyMeException("the mask '" + name + "' is not as large as its photo");
        }
        int left = image.width();
        int top = image.height();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int id = mask.getSample(x, y, 0);
                if (id != 0) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = y;
                    into[y * image.width() + x] = (byte) (1 + ids.indexOf(id));
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(Box.ofEdges(left, top, right + 1.0, bottom + 1.0));
    }

    private static Raster read(Path file) {
        try {
            // Not through ImageDecoder: colour conversion would change the numbers.
            @Nullable BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new BuyMeException("want a PNG of label numbers, found no picture in '" + file + "'");
            }
            return image.getRaster();
        } catch (IOException e) {
            throw new BuyMeException("cannot read the mask '" + file + "': " + e.getMessage(), e);
        }
    }
}
