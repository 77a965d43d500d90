package io.buyme.catalog.feed;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What feeds say of a product, with the names that it goes by in plain tables and in Google's product data. */
enum Field {
    ID("id"),
    TITLE("title"),
    BRAND("brand"),
    PRICE("price"),
    SALE_PRICE("sale_price"),
    SALE_DATES("sale_price_effective_date"),
    CURRENCY("currency"),
    LINK("link"),
    IMAGE("image", "image_link"),
    MORE_IMAGES("additional_image_link"),
    CATEGORY("category"),
    PRODUCT_TYPE("product_type"),
    GOOGLE_CATEGORY("google_product_category"),
    AVAILABILITY("availability"),
    COLOR("color", "colour"),
    GENDER("gender"),
    SIZE("size"),
    SIZES("sizes"),
    GROUP("item_group_id"),
    TAGS("tags");

    private static final Map<String, Field> BY_NAME = byName();
    private static final CharMatcher SEPARATORS = CharMatcher.anyOf(" _-");
    private static final String GOOGLE_PREFIX = "g:";

    private final ImmutableList<String> names;

    Field(String... names) {
        this.names = ImmutableList.copyOf(names);
    }

    /** Returns the name by which a row that lacks it is rejected. */
    String label() {
        return names.get(0);
    }

    /** Returns the field of a column's name, which may be that of Google, such as {@code g:Image Link}. */
    static Optional<Field> named(String name) {
        String plain = SEPARATORS.trimAndCollapseFrom(name.strip().toLowerCase(Locale.ROOT), '_');
        return Optional.ofNullable(BY_NAME.get(plain.startsWith(GOOGLE_PREFIX) ? plain.substring(2) : plain));
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            field.names.forEach(name -> fields.put(name, field));
        }
        return fields;
    }
}
