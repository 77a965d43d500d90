package io.buyme.catalog.feed;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.buyme.api.ProductDetails;
import io.buyme.api.ProductDetails.Availability;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what feeds say of a product beside its name, picture, category and price. */
final class DetailFields {

    private static final CharMatcher LETTERS = CharMatcher.forPredicate(Character::isLetter);
    private static final Map<String, Availability> AVAILABILITIES = words(Map.of(
            Availability.IN_STOCK,
            List.of(
                    "instock",
                    "available",
                    "availablefororder",
                    "limitedavailability",
                    "onlineonly",
                    "instoreonly",
                    "yes"),
            Availability.OUT_OF_STOCK,
            List.of("outofstock", "soldout", "discontinued", "unavailable", "notavailable", "reserved", "no"),
            Availability.PREORDER,
            List.of("preorder", "presale", "comingsoon"),
            Availability.BACKORDER,
            List.of("backorder", "madetoorder")));
    private static final Map<String, String> GENDERS = words(Map.of(
            "female", List.of("female", "f", "w", "woman", "women", "womens", "girl", "girls", "ladies"),
            "male", List.of("male", "m", "man", "men", "mens", "boy", "boys"),
            "unisex", List.of("unisex", "all", "kids", "children", "baby", "babies", "adult", "adults")));

    private DetailFields() {}

    /** Returns the details of a row, but for the regular price and further pictures. */
    static ProductDetails read(RowFields fields) throws FieldException {
        return new ProductDetails(
                availability(fields),
                fields.first(Field.COLOR),
                gender(fields),
                sizes(fields),
                fields.first(Field.GROUP),
                tags(fields),
                Optional.empty(),
                List.of(),
                1);
    }

    private static Availability availability(RowFields fields) throws FieldException {
        Optional<String> text = fields.first(Field.AVAILABILITY);
        if (text.isEmpty()) {
            return Availability.UNKNOWN;
        }
        // Schema.org's values are addresses, whose last part is the word.
        String word = text.get().substring(text.get().lastIndexOf('/') + 1);
        return Optional.ofNullable(AVAILABILITIES.get(plain(word)))
                .orElseThrow(() -> new FieldException(
                        Field.AVAILABILITY,
                        "'" + text.get() + "' is unknown; wanted in_stock, out_of_stock, preorder or backorder"));
    }

    private static Optional<String> gender(RowFields fields) throws FieldException {
        Optional<String> text = fields.first(Field.GENDER);
        if (text.isEmpty()) {
            return text;
        }
        String word = text.get().substring(text.get().lastIndexOf('/') + 1);
        return Optional.of(Optional.ofNullable(GENDERS.get(plain(word)))
                .orElseThrow(() -> new FieldException(
                        Field.GENDER, "'" + text.get() + "' is unknown; wanted female, male or unisex")));
    }

    private static List<String> sizes(RowFields fields) {
        return Stream.concat(
                        fields.all(Field.SIZE).stream(),
                        fields.all(Field.SIZES).stream().flatMap(DetailFields::several))
                .distinct()
                .toList();
    }

    private static List<String> tags(RowFields fields) {
        return fields.all(Field.TAGS).stream()
                .flatMap(DetailFields::several)
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Returns the parts of a list, which are parted by semicolons or bars, or else by commas. */
    private static Stream<String> several(String list) {
        CharMatcher strong = CharMatcher.anyOf(";|");
        CharMatcher separator = strong.matchesAnyOf(list) ? strong : CharMatcher.is(',');
        return Splitter.on(separator).trimResults().omitEmptyStrings().splitToStream(list);
    }

    private static String plain(String text) {
        return LETTERS.retainFrom(text).toLowerCase(Locale.ROOT);
    }

    private static <T> Map<String, T> words(Map<T, List<String>> wordsByMeaning) {
        Map<String, T> meanings = new HashMap<>();
        wordsByMeaning.forEach((meaning, words) -> words.forEach(word -> meanings.put(word, meaning)));
        return Map.copyOf(meanings);
    }
}
