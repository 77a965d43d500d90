package io.buyme.catalog;

import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes products of rows that consist of named texts. */
final class FieldRows {

    private static final char UNDECODABLE = '\uFFFD';

    private final Taxonomy taxonomy;
    private final PicturePaths pictures;

    FieldRows(Path feed, FeedOptions options) {
        this.taxonomy = options.taxonomy();
        Path folder = feed.toAbsolutePath().getParent();
        this.pictures = new PicturePaths(folder == null ? feed.toAbsolutePath() : folder, options.imagesAnywhere());
    }

    /** Returns the product of a row, or why it has none. Fields that are missing and fields that are blank are alike. */
    FeedEntry entry(String location, Map<String, String> fields) {
        String id = text(fields, "id");
        try {
            requireUtf8(fields);
            if (id.isEmpty()) {
                throw new FieldException("id", "is missing");
            }
            return row(location, id, fields);
        } catch (FieldException e) {
            return new Rejected(location, id.isEmpty() ? Optional.empty() : Optional.of(id), e.field(), e.reason());
        }
    }

    private ProductRow row(String location, String id, Map<String, String> fields) throws FieldException {
        String title = text(fields, "title");
        String category = required(fields, "category");
        SuperCategory superCategory = superCategory(taxonomy, category);
        Path picture = pictures.resolve(required(fields, "image"));
        Product product = new Product(
                id,
                title.isEmpty() ? id : title,
                optional(fields, "brand"),
                price(fields),
                optional(fields, "link"),
                picture.toString(),
                category,
                superCategory);
        return new ProductRow(location, product, picture);
    }

    static SuperCategory superCategory(Taxonomy taxonomy, String category) throws FieldException {
        return taxonomy.find(category)
                .orElseThrow(() -> new FieldException(
                        "category", "'" + category + "' is unknown; add it to the taxonomy or use another word"));
    }

    /** A row without a price is a product all the same; one with a price that cannot be read is not. */
    private static Optional<Price> price(Map<String, String> fields) throws FieldException {
        String amount = text(fields, "price");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PriceText.parse(amount, text(fields, "currency")));
        } catch (IllegalArgumentException e) {
            throw new FieldException("price", String.valueOf(e.getMessage()));
        }
    }

    private static void requireUtf8(Map<String, String> fields) throws FieldException {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            boolean undecodable = field.getValue().indexOf(UNDECODABLE) >= 0;
            // Half a surrogate pair, which JSON can spell, would be stored as a question mark and meet its like there.
            if (undecodable || !StandardCharsets.UTF_8.newEncoder().canEncode(field.getValue())) {
                throw new FieldException(field.getKey(), "is not UTF-8; save the feed as UTF-8");
            }
        }
    }

    private static String required(Map<String, String> fields, String name) throws FieldException {
        return optional(fields, name).orElseThrow(() -> new FieldException(name, "is missing"));
    }

    private static Optional<String> optional(Map<String, String> fields, String name) {
        return Optional.of(text(fields, name)).filter(t -> !t.isEmpty());
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
