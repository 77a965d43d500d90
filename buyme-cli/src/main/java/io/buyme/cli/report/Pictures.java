package io.buyme.cli.report;

import io.buyme.api.BuyMeException;
import io.buyme.api.Product;
import io.buyme.image.ImageDecoder;
import io.buyme.image.ImageEncoder;
import io.buyme.image.Thumbnails;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Turns pictures into {@code data:} addresses, so that the page needs no other file. */
final class Pictures {

    private static final float QUALITY = 0.85f;
    private static final int PRODUCT_SIDE = 320;

    private Pictures() {}

    /** Returns a picture, reduced if need be so that its longer side has at most this many pixels. */
    static String dataUri(BufferedImage image, int longestSide) {
        byte[] jpeg = ImageEncoder.jpeg(Thumbnails.fit(image, longestSide), QUALITY);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    /** Returns a product's picture, if it is a file that can still be read. */
    static Optional<String> ofProduct(Product product) {
        return read(product).map(picture -> dataUri(picture, PRODUCT_SIDE));
    }

    /** Returns a product's picture itself, if it is a file that can still be read. */
    static Optional<BufferedImage> read(Product product) {
        try {
            return Optional.of(ImageDecoder.standard().decode(Path.of(product.image())));
        } catch (BuyMeException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
