package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.api.Product;
import io.buyme.catalog.PictureCategories.Seen;
import io.buyme.catalog.Prepared.Categorized;
import io.buyme.catalog.Prepared.Picture;
import io.buyme.catalog.feed.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Embeds pictures in batches. A picture that the embedder cannot take is rejected alone. Those of products without a
 * category are described first, and embedded once their super-category is known: the vector may depend on it.
 */
final class PictureEmbedding {

    private final Embedder embedder;
    private final PictureCategories categories;

    PictureEmbedding(Embedder embedder, PictureCategories categories) {
        this.embedder = embedder;
        this.categories = categories;
    }

    /** Returns the pictures that could be embedded, in their order. */
    List<Embedded> embedAll(List<Picture> pictures, Consumer<Rejected> rejected) {
        List<Categorized> categorized = categorizeAll(pictures, rejected);
        List<Result<Categorized>> results = describeAll(categorized, Categorized::crop, Categorized::picture, rejected);
        return results.stream()
                .map(r -> new Embedded(r.of().picture(), r.of().entry(r.described())))
                .toList();
    }

    private List<Categorized> categorizeAll(List<Picture> pictures, Consumer<Rejected> rejected) {
        List<Picture> untold = pictures.stream()
                .filter(p -> p.row().draft().product().isEmpty())
                .toList();
        List<Result<Picture>> results = describeAll(untold, Picture::crop, Function.identity(), rejected);
        List<Categorized> categorized = new ArrayList<>();
        int next = 0;
        for (Picture picture : pictures) {
            Optional<Product> product = picture.row().draft().product();
            if (product.isEmpty()
                    && next < results.size()
                    && results.get(next).of().equals(picture)) {
                Attributes seen = results.get(next++).described().attributes();
                product = categories.of(seen).map(s -> product(picture, s));
                if (product.isEmpty()) {
                    rejected.accept(PictureCategories.untold(picture.row()));
                }
            }
            product.ifPresent(p -> categorized.add(picture.of(p)));
        }
        return categorized;
    }

    private static Product product(Picture picture, Seen seen) {
        return picture.row().draft().in(seen.word(), seen.superCategory(), seen.score());
    }

    /** Returns what could be described, in order; what could not is rejected. */
    private <T> List<Result<T>> describeAll(
            List<T> items, Function<T, Crop> crop, Function<T, Picture> picture, Consumer<Rejected> rejected) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            List<Described> described = describe(items.stream().map(crop).toList());
            return IntStream.range(0, items.size())
                    .mapToObj(i -> new Result<>(items.get(i), described.get(i)))
                    .toList();
        } catch (IllegalStateException e) {
            // The embedder is closed: no fault of any picture.
            throw e;
        } catch (RuntimeException e) {
            if (items.size() == 1) {
                Picture bad = picture.apply(items.get(0));
                rejected.accept(bad.row().rejected("image", "cannot be embedded: " + e.getMessage()));
                return List.of();
            }
            return items.stream()
                    .flatMap(item -> describeAll(List.of(item), crop, picture, rejected).stream())
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

    private record Result<T>(T of, Described described) {}

    /** A picture with what the embedder made of it. */
    record Embedded(Picture picture, CatalogEntry entry) {}
}
