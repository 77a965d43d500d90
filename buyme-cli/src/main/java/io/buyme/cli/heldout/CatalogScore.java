package io.buyme.cli.heldout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How well a catalogue finds its own products.
 *
 * @param space of its embeddings
 * @param queries products that were looked for
 * @param furtherPictures of them, how many with a further picture of the shop's; the others with an altered one
 * @param unreadable products whose pictures could not be read here
 * @param seed of the draw
 * @param own the catalogue as it is
 * @param sizes the same products among others, by size
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CatalogScore(
        String space,
        int queries,
        int furtherPictures,
        int unreadable,
        long seed,
        SizeScore own,
        List<SizeScore> sizes) {

    /** Copies the list. */
    public CatalogScore {
        sizes = List.copyOf(sizes);
    }
}
