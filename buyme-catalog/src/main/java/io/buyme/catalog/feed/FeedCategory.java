package io.buyme.catalog.feed;

import com.google.common.primitives.Ints;
import io.buyme.api.SuperCategory;
import io.buyme.catalog.feed.CategoryWords.Known;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its category.
 *
 * @param word as the shop says it, or the part of it that the taxonomy knows
 * @param superCategory if the taxonomy knows it
 */
record FeedCategory(Optional<String> word, Optional<SuperCategory> superCategory) {

    private static FeedCategory of(Known known) {
        return new FeedCategory(Optional.of(known.word()), Optional.of(known.superCategory()));
    }

    /**
     * Returns the category of a row: of the category itself, or else the type of the product, or else Google's category,
     * the first that the taxonomy knows.
     *
     * @throws FieldException if Google's category says that it is nothing to wear
     */
    static FeedCategory of(RowFields fields, CategoryWords words) throws FieldException {
        for (Field field : List.of(Field.CATEGORY, Field.PRODUCT_TYPE)) {
            for (String value : fields.all(field)) {
                Optional<Known> known = words.find(value);
                if (known.isPresent()) {
                    return of(known.get());
                }
            }
        }
        Optional<String> google = fields.first(Field.GOOGLE_CATEGORY);
        Optional<Known> known = google.isPresent() ? words.find(path(google.get())) : Optional.empty();
        return known.map(FeedCategory::of).orElseGet(() -> unknown(fields));
    }

    private static FeedCategory unknown(RowFields fields) {
        Optional<String> word = fields.first(Field.CATEGORY)
                .or(() -> fields.first(Field.PRODUCT_TYPE))
                .or(() -> fields.first(Field.GOOGLE_CATEGORY));
        return new FeedCategory(word, Optional.empty());
    }

    private static List<String> path(String google) throws FieldException {
        @Nullable Integer number = Ints.tryParse(google);
        if (number != null) {
            return GoogleCategories.path(number).orElseThrow(() -> nothingToWear(google));
        }
        List<String> path = CategoryWords.levels(google);
        if (!path.isEmpty() && GoogleCategories.isSomethingElse(path)) {
            throw nothingToWear(google);
        }
        return path;
    }

    private static FieldException nothingToWear(String google) {
        return new FieldException(
                Field.GOOGLE_CATEGORY, "'" + google + "' is nothing to wear; leave such products out of the feed");
    }
}
