package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads masks that have the number of a label at each pixel. */
final class LabelMask {

    private LabelMask() {}

    /**
     * Reads a mask.
     *
     * @throws BuyMeException if it cannot be read, or is not as large as its photo
     */
    static Raster read(Path file, int width, int height) {
        try {
            // Not through ImageDecoder: colour conversion would change the numbers.
            @Nullable BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new BuyMeException("want a PNG of label numbers, found no picture in '" + file + "'");
            }
            if (image.getWidth() != width || image.getHeight() != height) {
                throw new BuyMeException("the mask '" + file + "' is not as large as its photo");
            }
            return image.getRaster();
        } catch (IOException e) {
            throw new BuyMeException("cannot read the mask '" + file + "': " + e.getMessage(), e);
        }
    }
}
