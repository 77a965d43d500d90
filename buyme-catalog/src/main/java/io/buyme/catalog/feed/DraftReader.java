package io.buyme.catalog.feed;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.buyme.api.ProductDetails;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes products of rows that consist of named texts. */
final class DraftReader {

    private static final char UNDECODABLE = '\uFFFD';

    /** More than any shop needs, and as much as a database of any kind takes as a key. */
    private static final int MAX_ID = 500;

    private static final Splitter PATHS =
            Splitter.on(CharMatcher.anyOf(",;|")).trimResults().omitEmptyStrings();

    /** Addresses have commas of their own, so that only one before another address parts two. */
    private static final Splitter ADDRESSES = Splitter.on(Pattern.compile("[,;|\\s]\\s*(?=https?:|//)"))
            .trimResults()
            .omitEmptyStrings();

    private final CategoryWords categories;
    private final PicturePaths pictures;
    private final PriceText prices;
    private final Instant time = Instant.now();

    DraftReader(Path feed, FeedOptions options) {
        this.categories = new CategoryWords(options.taxonomy());
        Path folder = feed.toAbsolutePath().getParent();
        this.pictures = new PicturePaths(folder == null ? feed.toAbsolutePath() : folder, options.imagesAnywhere());
        this.prices = new PriceText(options.currency());
    }

    /** Returns the product of a row, or why it has none. */
    FeedEntry entry(String location, RowFields fields) {
        try {
            requireUtf8(fields);
            fields.check();
            return row(location, fields);
        } catch (FieldException e) {
            return new Rejected(location, fields.first(Field.ID), fields.nameOf(e.field()), e.reason());
        }
    }

    private ProductRow row(String location, RowFields fields) throws FieldException {
        String id = fields.required(Field.ID);
        if (id.length() > MAX_ID) {
            throw new FieldException(Field.ID, "is longer than " + MAX_ID + " characters");
        }
        PriceFields price = PriceFields.read(fields, prices, time);
        FeedCategory category = FeedCategory.of(fields, categories);
        ProductDetails read = DetailFields.read(fields);
        URI picture = pictures.resolve(fields.required(Field.IMAGE));
        ProductDetails details = price.regular().map(read::withRegularPrice).orElse(read);
        ProductDraft draft = new ProductDraft(
                id,
                fields.first(Field.TITLE).orElse(id),
                fields.first(Field.BRAND),
                price.now(),
                fields.first(Field.LINK),
                text(picture),
                category.word(),
                category.superCategory(),
                details.withMoreImages(moreImages(fields)));
        return new ProductRow(location, draft, picture);
    }

    /** Further pictures are only shown, so one that cannot be found is no reason to do without the product. */
    private List<String> moreImages(RowFields fields) {
        List<String> images = new ArrayList<>();
        for (String list : fields.all(Field.MORE_IMAGES)) {
            for (String image : (list.contains("//") ? ADDRESSES : PATHS).split(list)) {
                try {
                    images.add(text(pictures.resolve(image)));
                } catch (FieldException e) {
                    // left out
                }
            }
        }
        return images;
    }

    private static String text(URI picture) {
        return String.valueOf(picture.getScheme()).startsWith("http")
                ? picture.toString()
                : Path.of(picture).toString();
    }

    private static void requireUtf8(RowFields fields) throws FieldException {
        for (Map.Entry<Field, List<String>> field : fields.values().entrySet()) {
            if (!field.getValue().stream().allMatch(DraftReader::isText)) {
                throw new FieldException(
                        field.getKey(), "is not UTF-8 or has characters that no text has; save the feed as UTF-8");
            }
        }
    }

    /**
     * Half a surrogate pair, which JSON can spell, would be stored as a question mark and meet its like there. The
     * character 0 is refused by PostgreSQL.
     */
    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c -> c == 0 || c == UNDECODABLE || Character.getType(c) == Character.SURROGATE);
    }
}
