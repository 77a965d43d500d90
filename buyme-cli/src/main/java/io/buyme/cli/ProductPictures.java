package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.Product;
import io.buyme.image.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the pictures of products again, of which a catalogue keeps the place only. */
final class ProductPictures {

    private ProductPictures() {}

    /**
     * Returns the picture as it went into the catalogue.
     *
     * @throws BuyMeException if it is not a file of this machine, or cannot be read
     */
    static Crop crop(Product product) {
        String image = product.image();
        String start = image.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("http:") || start.startsWith("https:")) {
            throw new BuyMeException(
                    "the picture of product '%s' is an address, %s; a heat map needs a file: download it and give that path in the feed"
                            .formatted(product.id(), image));
        }
        try {
            Path file = Path.of(image);
            if (Files.notExists(file)) {
                throw new BuyMeException(
                        "the picture of product '%s' is no longer at %s; bring it back or remove the product"
                                .formatted(product.id(), image));
            }
            return Crop.ofProduct(ImageDecoder.standard().decode(file), product.superCategory());
        } catch (InvalidPathException e) {
            throw new BuyMeException(
                    "the picture of product '%s' is at '%s', which is no path".formatted(product.id(), image), e);
        }
    }
}
