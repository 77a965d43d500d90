package io.buyme.api;

import io.buyme.api.Attributes.ColorShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the dominant colours of an article and of a product have in common.
 *
 * @param pairs each colour of the one beside the nearest of the other, none twice, those of the largest shares first
 * @param shared names of the article's colours that the product has too
 * @param differing what the product has instead of, in addition to, or without a colour of the article
 */
record ColorComparison(List<ColorPair> pairs, List<String> shared, List<String> differing) {

    /** Smaller patches are trimmings or background. */
    private static final double MIN_SHARE = 0.15;

    /** CIEDE2000 difference below which colours of other names are still called the same: names change at borders. */
    private static final double EQUAL = 6;

    /** Tells whether each main colour of either side has its like on the other. */
    boolean alike() {
        return !shared.isEmpty() && differing.isEmpty();
    }

    /** Tells whether colours side by side have one name or are hard to tell apart. */
    boolean equal() {
        return pairs.stream()
                .allMatch(pair -> pair.article().name().equals(pair.product().name()) || pair.difference() < EQUAL);
    }

    static ColorComparison of(Attributes article, Attributes product) {
        List<ColorShare> worn = main(article);
        List<ColorShare> offered = main(product);
        List<ColorPair> all = worn.stream()
                .flatMap(a -> offered.stream().map(p -> ColorPair.of(a, p)))
                .toList();
        List<ColorShare> missing = worn.stream()
                .filter(a -> all.stream().noneMatch(pair -> pair.article().equals(a) && pair.same()))
                .toList();
        List<ColorShare> extra = offered.stream()
                .filter(p -> all.stream().noneMatch(pair -> pair.product().equals(p) && pair.same()))
                .toList();
        List<String> shared = worn.stream()
                .filter(a -> !missing.contains(a))
                .map(ColorShare::name)
                .toList();
        // Of colours that only one side knows nothing can be said.
        boolean comparable = !worn.isEmpty() && !offered.isEmpty();
        return new ColorComparison(nearest(all), shared, comparable ? differing(missing, extra) : List.of());
    }

    private static List<ColorShare> main(Attributes attributes) {
        return attributes.colors().stream().filter(c -> c.share() >= MIN_SHARE).toList();
    }

    private static List<ColorPair> nearest(List<ColorPair> all) {
        List<ColorPair> chosen = new ArrayList<>();
        all.stream().sorted(Comparator.comparingDouble(ColorPair::difference)).forEach(pair -> {
            if (chosen.stream()
                    .noneMatch(c ->
                            c.article().equals(pair.article()) || c.product().equals(pair.product()))) {
                chosen.add(pair);
            }
        });
        chosen.sort(Comparator.comparingDouble((ColorPair pair) ->
                        pair.article().share() + pair.product().share())
                .reversed());
        return chosen;
    }

    private static List<String> differing(List<ColorShare> missing, List<ColorShare> extra) {
        if (!missing.isEmpty() && !extra.isEmpty()) {
            return List.of(extra.get(0).name() + " instead of " + missing.get(0).name());
        }
        List<String> words = new ArrayList<>();
        missing.stream().limit(1).forEach(c -> words.add("without the " + c.name()));
        extra.stream().limit(1).forEach(c -> words.add("with " + c.name()));
        return words;
    }
}
