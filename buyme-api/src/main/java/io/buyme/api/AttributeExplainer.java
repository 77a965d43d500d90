package io.buyme.api;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains a match by the colours and tags that the embedder saw on both sides. */
final class AttributeExplainer implements Explainer {

    /** CIEDE2000 difference up to which two colours pass for the same one under another light. */
    private static final double SAME_COLOR = 12;

    /** Smaller patches are trimmings or background. */
    private static final double MIN_SHARE = 0.15;

    @Override
    public Explanation explain(Article article, Attributes seen, DescribedProduct product, double score) {
        List<String> shared = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        compareColors(main(seen), main(product.attributes()), shared, differing);
        compareTags(seen, product.attributes(), shared, differing);
        return new Explanation(summary(article, product.product(), shared, differing, score), shared, differing);
    }

    private static void compareColors(
            List<ColorShare> seen, List<ColorShare> product, List<String> shared, List<String> differing) {
        List<ColorShare> missing = new ArrayList<>();
        for (ColorShare color : seen) {
            if (product.stream().anyMatch(c -> same(c, color))) {
                shared.add(color.name());
            } else {
                missing.add(color);
            }
        }
        List<ColorShare> extra = product.stream()
                .filter(c -> seen.stream().noneMatch(s -> same(s, c)))
                .toList();
        if (!missing.isEmpty() && !extra.isEmpty()) {
            differing.add(extra.get(0).name() + " instead of " + missing.get(0).name());
        } else {
            missing.stream().limit(1).forEach(c -> differing.add("without the " + c.name()));
            extra.stream().limit(1).forEach(c -> differing.add("with " + c.name()));
        }
    }

    /** Compares group by group. A group may have several tags; one in common is enough. */
    private static void compareTags(Attributes seen, Attributes product, List<String> shared, List<String> differing) {
        Map<String, List<String>> offered = byGroup(product);
        byGroup(seen).forEach((group, names) -> {
            List<String> others = offered.getOrDefault(group, List.of());
            List<String> common = names.stream().filter(others::contains).toList();
            shared.addAll(common);
            if (common.isEmpty() && !others.isEmpty()) {
                differing.add(others.get(0) + " instead of " + names.get(0));
            }
        });
    }

    private static Map<String, List<String>> byGroup(Attributes attributes) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Tag tag : attributes.tags()) {
            names.computeIfAbsent(tag.group(), group -> new ArrayList<>()).add(tag.name());
        }
        return names;
    }

    private static String summary(
            Article article, Product product, List<String> shared, List<String> differing, double score) {
        // A detector that knows body parts only has nothing to add to the product's own word.
        boolean sameWord = product.category().equals(article.category())
                || article.category()
                        .replace('-', ' ')
                        .equals(article.superCategory().label());
        String what = sameWord ? product.category() : "%s for the %s".formatted(product.category(), article.category());
        String common = shared.isEmpty()
                ? "similar in looks (score %.2f)".formatted(score)
                : String.join(", ", shared) + " as in the photo";
        String difference = differing.isEmpty() ? "" : "; but " + String.join(", ", differing);
        return what + ": " + common + difference;
    }

    private static List<ColorShare> main(Attributes attributes) {
        return attributes.colors().stream().filter(c -> c.share() >= MIN_SHARE).toList();
    }

    private static boolean same(ColorShare one, ColorShare other) {
        return one.name().equals(other.name())
                || LabColor.ofRgb(one.rgb()).difference(LabColor.ofRgb(other.rgb())) <= SAME_COLOR;
    }
}
