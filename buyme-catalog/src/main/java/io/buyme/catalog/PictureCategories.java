package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.feed.ProductDraft;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.catalog.feed.Rejected;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Tells the category of a product by what an embedder said of its picture. */
final class PictureCategories {

    /** Groups of tags that name the article, not what it looks like. */
    private static final Set<String> GROUPS = Set.of("article", "label", "category");

    private final Taxonomy taxonomy;
    private final double minScore;

    PictureCategories(Taxonomy taxonomy, double minScore) {
        this.taxonomy = taxonomy;
        this.minScore = minScore;
    }

    /**
     * A category that was seen.
     *
     * @param word the tag
     * @param superCategory of the word
     * @param score of the tag
     */
    record Seen(String word, SuperCategory superCategory, double score) {}

    /** Returns the surest category, if one is sure enough. */
    Optional<Seen> of(Attributes attributes) {
        return attributes.tags().stream()
                .filter(tag -> GROUPS.contains(tag.group()) && tag.score() >= minScore)
                .sorted(Comparator.comparingDouble(Tag::score).reversed())
                .flatMap(tag -> taxonomy.find(tag.name()).map(s -> seen(tag, s)).stream())
                .findFirst();
    }

    private static Seen seen(Tag tag, SuperCategory superCategory) {
        return new Seen(tag.name(), superCategory, Math.min(1, tag.score()));
    }

    /** Returns the rejection of a row whose category neither feed nor picture tells. */
    static Rejected untold(ProductRow row) {
        ProductDraft draft = row.draft();
        String feed = draft.category().map(word -> "'" + word + "' is unknown").orElse("is missing");
        return row.rejected(
                "category", feed + ", and the picture does not tell it; add the word to the taxonomy, or use another");
    }
}
