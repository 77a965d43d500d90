package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.SuperCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what is red for a dress, what is blue, with less certainty, for a bag, and nothing else for anything. */
final class Namer implements DescribingEmbedder {

    private final MeanColor colors = new MeanColor();
    private final List<Optional<SuperCategory>> seen = new ArrayList<>();

    /** Returns the super-categories of all crops so far. */
    List<Optional<SuperCategory>> seen() {
        return seen;
    }

    @Override
    public EmbeddingSpace space() {
        return MeanColor.SPACE;
    }

    @Override
    public List<Described> describeAll(List<Crop> crops) {
        crops.forEach(crop -> seen.add(crop.superCategory()));
        return colors.describeAll(crops).stream()
                .map(d -> new Described(
                        d.embedding(),
                        new Attributes(List.of(), tags(d.embedding().toArray()))))
                .toList();
    }

    private static List<Tag> tags(float[] rgb) {
        if (rgb[0] > 0.9) {
            return List.of(
                    new Tag("pattern", "shirt", 0.99),
                    new Tag("article", "gadget", 0.9),
                    new Tag("article", "dress", 0.8));
        }
        return rgb[2] > 0.9 ? List.of(new Tag("article", "bag", 0.4)) : List.of();
    }

    @Override
    public void close() {}
}
