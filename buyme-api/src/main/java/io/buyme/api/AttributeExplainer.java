package io.buyme.api;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        compareColors(seen, product.attributes(), shared, differing);
        compareTags(seen, product.attributes(), shared, differing);
        return new Explanation(summary(article, product.product(), shared, differing, score), shared, differing);
    }

    private static void compareColors(
            Attributes seen, Attributes product, List<String> shared, List<String> differing) {
        List<ColorShare> missing = new ArrayList<>();
        for (ColorShare color : main(seen)) {
            if (main(product).stream().anyMatch(c -> same(c, color))) {
                shared.add(color.name());
            } else {
                missing.add(color);
            }
        }
        List<ColorShare> extra = main(product).stream()
                .filter(c -> main(seen).stream().noneMatch(s -> same(s, c)))
                .toList();
        if (!missing.isEmpty() && !extra.isEmpty()) {
            differing.add(extra.get(0).name() + " instead of " + missing.get(0).name());
        } else {
            missing.stream().limit(1).forEach(c -> differing.add("without the " + c.name()));
            extra.stream().limit(1).forEach(c -> differing.add("with " + c.name()));
        }
    }

    private static void compareTags(Attributes seen, Attributes product, List<String> shared, List<String> differing) {
        for (Tag tag : seen.tags()) {
            Optional<Tag> other = product.tags().stream()
                    .filter(t -> t.group().equals(tag.group()))
                    .findFirst();
            if (other.isEmpty()) {
                continue;
            }
            String name = other.get().name();
            if (name.equals(tag.name())) {
                shared.add(name);
            } else {
                differing.add(name + " instead of " + tag.name());
            }
        }
    }

    private static String summary(
            Article article, Product product, List<String> shared, List<String> differing, double score) {
        String what = product.category().equals(article.category())
                ? product.category()
                : "%s for the %s".formatted(product.category(), article.category());
        String common = shared.isEmpty()
                ? "similar in looks (score %.2f)".formatted(score)
                : "also " + String.join(", ", shared);
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
