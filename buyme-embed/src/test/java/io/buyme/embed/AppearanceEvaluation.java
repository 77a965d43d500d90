package io.buyme.embed;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.WornGarment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how often an embedder finds the product picture of what is worn in a look, among all products of the same
 * super-category. The worn article is cut out by its exact mask.
 *
 * <p>{@code main} takes a seed and the number of looks (2003 and 60 if left out), and prints a line per super-category.
 */
final class AppearanceEvaluation {

    private final Embedder embedder;
    private final Map<SuperCategory, Map<String, Embedding>> products = new EnumMap<>(SuperCategory.class);
    private final Map<SuperCategory, Recall> recalls = new EnumMap<>(SuperCategory.class);

    private AppearanceEvaluation(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * What was found in one super-category.
     *
     * @param products among which to look
     * @param worn articles that were looked for
     * @param first how many were the nearest product
     * @param amongThree how many were among the three nearest
     */
    record Recall(int products, int worn, int first, int amongThree) {

        private Recall plus(long nearer) {
            return new Recall(products, worn + 1, first + (nearer < 1 ? 1 : 0), amongThree + (nearer < 3 ? 1 : 0));
        }
    }

    /** Looks for all that is worn in the first looks, among all products of their blocks. */
    static Map<SuperCategory, Recall> recall(Embedder embedder, LookBook book, int looks) {
        AppearanceEvaluation evaluation = new AppearanceEvaluation(embedder);
        book.catalog(looks * LookBook.BLOCK).forEach(evaluation::offer);
        for (int i = 0; i < looks; i++) {
            Look look = book.look(i);
            look.worn().forEach(garment -> evaluation.lookFor(look, garment));
        }
        return evaluation.recalls;
    }

    private void offer(CatalogItem item) {
        Embedding embedding = embedder.embed(Crop.ofProduct(item.picture(), item.superCategory()));
        products.computeIfAbsent(item.superCategory(), kind -> new HashMap<>()).put(item.id(), embedding);
    }

    private void lookFor(Look look, WornGarment garment) {
        SuperCategory kind = garment.item().superCategory();
        Map<String, Embedding> offered = products.getOrDefault(kind, Map.of());
        Embedding query = embedder.embed(new Crop(look.photo(), Optional.of(garment.mask()), Optional.of(kind)));
        double wanted =
                query.similarity(requireNonNull(offered.get(garment.item().id())));
        long nearer = offered.values().stream()
                .filter(product -> query.similarity(product) > wanted)
                .count();
        recalls.put(
                kind,
                recalls.getOrDefault(kind, new Recall(offered.size(), 0, 0, 0)).plus(nearer));
    }

    public static void main(String... args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 2003;
        int looks = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        try (Embedder embedder = new AppearanceProvider().create(Options.none())) {
            recall(embedder, LookBook.withSeed(seed), looks)
                    .forEach((kind, recall) -> System.out.printf(
                            "%-10s %3d products, %3d worn: recall@1 %.2f, recall@3 %.2f%n",
                            kind,
                            recall.products(),
                            recall.worn(),
                            (double) recall.first() / recall.worn(),
                            (double) recall.amongThree() / recall.worn()));
        }
    }
}
