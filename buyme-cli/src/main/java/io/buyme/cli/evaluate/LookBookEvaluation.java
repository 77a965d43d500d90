package io.buyme.cli.evaluate;

import io.buyme.api.Embedder;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.util.List;
import java.util.Locale;

/**
 * Measures whether the product that somebody wears is found among the product pictures, on drawn people and clothes. For
 * one run, by one thread.
 */
public final class LookBookEvaluation {

    private final Embedder embedder;
    private final MaskSource masks;
    private final boolean partitioned;
    private final EmbedProgress progress;
    private final SampleEmbedder run;

    /**
     * Creates an evaluation of this embedder, which the caller closes.
     *
     * @param masks says which pixels show what is worn
     * @param partitioned whether to search products of the same super-category only, as a catalogue does
     */
    public LookBookEvaluation(Embedder embedder, MaskSource masks, boolean partitioned, EmbedProgress progress) {
        this.embedder = embedder;
        this.masks = masks;
        this.partitioned = partitioned;
        this.progress = progress;
        this.run = new SampleEmbedder(embedder, progress);
    }

    /**
     * Scores the embedder.
     *
     * @param products how many; {@value LookBook#BLOCK} per look or more, to have all that is worn among them
     * @param looks people who wear some of them
     */
    public LookBookScore run(long seed, int products, int looks) {
        LookBook book = LookBook.withSeed(seed);
        List<ProductPicture> pictures =
                book.catalog(products).stream().map(ProductPicture::new).toList();
        InstanceRetrieval<ProductPicture> retrieval = new InstanceRetrieval<>(run.embedAll("products", pictures));
        for (int i = 0; i < looks; i++) {
            search(book.look(i), retrieval);
            progress.embedded("looks", i + 1, looks);
        }
        return new LookBookScore(
                EmbedderFacts.of(embedder.space(), run),
                products,
                looks,
                seed,
                partitioned,
                retrieval.overall(),
                retrieval.byGroup());
    }

    private void search(Look look, InstanceRetrieval<ProductPicture> retrieval) {
        List<WornCrop> worn = look.worn().stream()
                .map(garment -> new WornCrop(look, garment, masks))
                .toList();
        for (Embedded<WornCrop> query : run.embedBatch(worn)) {
            CatalogItem item = query.sample().garment().item();
            retrieval.search(
                    item.superCategory().name().toLowerCase(Locale.ROOT),
                    query.embedding(),
                    product -> !partitioned || product.item().superCategory() == item.superCategory(),
                    product -> product.item().equals(item));
        }
    }
}
