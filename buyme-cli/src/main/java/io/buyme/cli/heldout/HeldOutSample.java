package io.buyme.cli.heldout;

import io.buyme.api.Attributes;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.api.Product;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogEntry;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Products of a catalogue, drawn by lot, each with another picture: a further one of the shop where it can be read, else a
 * {@link Retake} of the first.
 *
 * @param products that could be drawn
 * @param furtherPictures how many have a further picture of the shop's
 * @param unreadable how many were drawn and had no picture that can be read here
 */
record HeldOutSample(List<HeldOut> products, int furtherPictures, int unreadable) {

    HeldOutSample {
        products = List.copyOf(products);
    }

    /** Draws products until there are enough, or none is left. */
    static HeldOutSample draw(Catalog catalog, Embedder embedder, int count, long seed, HeldOutProgress progress) {
        List<String> ids = new ArrayList<>(catalog.products().map(Product::id).toList());
        Collections.shuffle(ids, new Random(seed));
        Draw draw = new Draw(embedder, new Random(seed));
        for (String id : ids) {
            if (draw.drawn.size() >= count) {
                break;
            }
            catalog.find(id).ifPresent(draw::add);
            progress.embedded(draw.drawn.size(), count);
        }
        return new HeldOutSample(draw.drawn, draw.furtherPictures, draw.unreadable);
    }

    /** A sample in the making. */
    private static final class Draw {

        private final Embedder embedder;
        private final Random random;
        private final List<HeldOut> drawn = new ArrayList<>();
        private int furtherPictures;
        private int unreadable;

        Draw(Embedder embedder, Random random) {
            this.embedder = embedder;
            this.random = random;
        }

        void add(CatalogEntry entry) {
            Product product = entry.product();
            Optional<BufferedImage> further = product.details().moreImages().stream()
                    .flatMap(image -> read(image).stream())
                    .findFirst();
            Optional<BufferedImage> picture =
                    further.or(() -> read(product.image()).map(image -> Retake.of(image, random)));
            if (picture.isEmpty()) {
                unreadable++;
                return;
            }
            furtherPictures += further.isPresent() ? 1 : 0;
            Described seen = describe(Crop.ofProduct(picture.get(), product.superCategory()));
            drawn.add(new HeldOut(product, new Described(entry.embedding(), entry.attributes()), seen));
        }

        private Described describe(Crop crop) {
            return embedder instanceof DescribingEmbedder describing
                    ? describing.describe(crop)
                    : new Described(embedder.embed(crop), Attributes.NONE);
        }

        /** Pictures that are addresses, or elsewhere now, are not here to be read. */
        private static Optional<BufferedImage> read(String image) {
            try {
                return Optional.of(ImageDecoder.standard().decode(Path.of(image)));
            } catch (BuyMeException | InvalidPathException e) {
                return Optional.empty();
            }
        }
    }
}
