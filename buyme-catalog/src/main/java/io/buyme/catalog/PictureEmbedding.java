package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.catalog.Prepared.Picture;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Embeds pictures in batches. A picture that the embedder cannot take is rejected alone. */
final class PictureEmbedding {

    private final Embedder embedder;

    PictureEmbedding(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Returns the pictures that could be embedded, in their order. */
    List<Embedded> embedAll(List<Picture> pictures, Consumer<Rejected> rejected) {
        try {
            List<Described> described =
                    describe(pictures.stream().map(Picture::crop).toList());
            return IntStream.range(0, pictures.size())
                    .mapToObj(i -> new Embedded(pictures.get(i), pictures.get(i).entry(described.get(i))))
                    .toList();
        } catch (IllegalStateException e) {
            // The embedder is closed: no fault of any picture.
            throw e;
        } catch (RuntimeException e) {
            if (pictures.size() == 1) {
                rejected.accept(pictures.get(0).row().rejected("image", "cannot be embedded: " + e.getMessage()));
                return List.of();
            }
            return pictures.stream()
                    .flatMap(p -> embedAll(List.of(p), rejected).stream())
                    .toList();
        }
    }

    private List<Described> describe(List<Crop> crops) {
        List<Described> described = embedder instanceof DescribingEmbedder describing
                ? describing.describeAll(crops)
                : embedder.embedAll(crops).stream()
                        .map(e -> new Described(e, Attributes.NONE))
                        .toList();
        if (described.size() != crops.size()
                || !described.stream().allMatch(d -> d.embedding().space().equals(embedder.space()))) {
            throw new BuyMeException("embedder %s must return one embedding of its space per crop, wanted %d, got %d"
                    .formatted(embedder.space().id(), crops.size(), described.size()));
        }
        return described;
    }

    /** A picture with what the embedder made of it. */
    record Embedded(Picture picture, CatalogEntry entry) {}
}
