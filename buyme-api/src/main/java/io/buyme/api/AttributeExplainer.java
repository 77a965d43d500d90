package io.buyme.api;

import io.buyme.api.Attributes.Tag;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Explains a match by colours and tags that the embedder saw on both sides, and by what both are called. */
final class AttributeExplainer implements Explainer {

    static final AttributeExplainer INSTANCE = new AttributeExplainer();

    /** Group of the tags that say what an article is. */
    private static final String KIND = "article";

    /** What is less sure is not held against a product. */
    private static final double SURE = 0.6;

    /** A cut follows from a word alone, so the word has to be surer. */
    private static final double SURE_WORD = 0.7;

    private AttributeExplainer() {}

    @Override
    public Explanation explain(Article article, Attributes seen, DescribedProduct product, double score) {
        ColorComparison colors = ColorComparison.of(seen, product.attributes());
        CutComparison cut = CutComparison.of(cut(article, seen), cut(product));
        List<String> sharedTags = new ArrayList<>();
        List<String> differing = new ArrayList<>(colors.differing());
        compareTags(seen, product.attributes(), sharedTags, differing);
        differing.addAll(cut.differing());
        List<String> shared = new ArrayList<>(colors.shared());
        shared.addAll(sharedTags);
        shared.addAll(cut.shared());
        boolean sameWord = sameWord(article, product.product());
        String what = sameWord
                ? product.product().category()
                : "%s for the %s".formatted(product.product().category(), article.category());
        List<String> common = common(colors, cut, sharedTags, sameWord);
        return new Explanation(sentence(what, common, differing, score), shared, differing, colors.pairs());
    }

    /** Compares group by group. A group may have several tags; one in common is enough. */
    private static void compareTags(Attributes seen, Attributes product, List<String> shared, List<String> differing) {
        Map<String, List<Tag>> offered = byGroup(product);
        byGroup(seen).forEach((group, tags) -> {
            List<Tag> others = offered.getOrDefault(group, List.of());
            List<String> common = tags.stream()
                    .map(Tag::name)
                    .filter(name ->
                            others.stream().anyMatch(other -> other.name().equals(name)))
                    .toList();
            shared.addAll(common);
            if (common.isEmpty() && !others.isEmpty() && surely(tags) && surely(others)) {
                differing.add(
                        others.get(0).name() + " instead of " + tags.get(0).name());
            }
        });
    }

    private static boolean surely(List<Tag> tags) {
        return tags.get(0).score() >= SURE;
    }

    /** What an article is, the shop knows better than the embedder. */
    private static Map<String, List<Tag>> byGroup(Attributes attributes) {
        Map<String, List<Tag>> tags = new LinkedHashMap<>();
        for (Tag tag : attributes.tags()) {
            if (!tag.group().equals(KIND)) {
                tags.computeIfAbsent(tag.group(), group -> new ArrayList<>()).add(tag);
            }
        }
        return tags;
    }

    private static Cut cut(Article article, Attributes seen) {
        List<String> words = new ArrayList<>();
        if (article.score() >= SURE) {
            words.add(article.category());
        }
        seenKind(seen).ifPresent(words::add);
        return Cut.ofAll(words);
    }

    /** The shop's words count; the embedder's only where the shop has none. */
    private static Cut cut(DescribedProduct described) {
        ProductDetails details = described.product().details();
        List<String> words = new ArrayList<>(details.tags());
        if (details.categoryScore() >= SURE) {
            words.add(described.product().category());
        }
        Cut named = Cut.ofAll(words);
        return named.levels().isEmpty()
                ? seenKind(described.attributes()).map(Cut::of).orElse(Cut.UNKNOWN)
                : named;
    }

    private static Optional<String> seenKind(Attributes attributes) {
        return attributes.tags().stream()
                .filter(tag -> tag.group().equals(KIND) && tag.score() >= SURE_WORD)
                .map(Tag::name)
                .findFirst();
    }

    /** Tells whether the article's word adds nothing to the product's: a detector may know body parts only. */
    private static boolean sameWord(Article article, Product product) {
        String worn = Taxonomy.normalize(article.category());
        return worn.equals(Taxonomy.normalize(product.category()))
                || worn.equals(Taxonomy.normalize(article.superCategory().label()));
    }

    private static List<String> common(ColorComparison colors, CutComparison cut, List<String> tags, boolean sameWord) {
        List<String> common = new ArrayList<>();
        String names = String.join(", ", colors.shared());
        String features = "cut (" + String.join(", ", cut.shared()) + ")";
        if (colors.alike()) {
            String noun = colors.shared().size() == 1 ? "colour" : "colours";
            String color = (colors.equal() ? "same " : "similar ") + noun + " (" + names + ")";
            common.add(cut.alike() && colors.equal() ? color + " and " + features : color);
        } else if (!colors.shared().isEmpty()) {
            common.add(names + " as in the photo");
        }
        if (cut.alike() && !(colors.alike() && colors.equal())) {
            common.add("same " + features);
        }
        tags.forEach(tag -> common.add("also " + tag));
        if (!cut.alike() && !sameWord) {
            cut.shared().forEach(feature -> common.add("also " + feature));
        }
        return common;
    }

    private static String sentence(String what, List<String> common, List<String> differing, double score) {
        // An explanation is made for every match: plain joining, as format() costs more than all the rest.
        String alike = common.isEmpty()
                ? String.format(Locale.ROOT, "similar in looks (score %.2f)", score)
                : String.join(", ", common);
        return what + ": " + alike + (differing.isEmpty() ? "" : "; but " + String.join(", ", differing));
    }
}
