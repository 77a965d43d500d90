package io.buyme.catalog.feed;

import com.google.common.primitives.Ints;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one handle. Prices are those of the first variant, as Shopify itself shows them. */
final class ShopifyProduct {

    private static final int MAX_VALUES = 250;
    private static final int OPTIONS = 3;
    private static final Set<String> NO_CHOICE = Set.of("default title", "default");

    /** How columns that say the same as one of Google's product data are called, the better ones first. */
    private static final List<Map.Entry<Field, String>> PLAIN = List.of(
            Map.entry(Field.TITLE, "title"),
            Map.entry(Field.BRAND, "vendor"),
            Map.entry(Field.PRODUCT_TYPE, "type"),
            Map.entry(Field.PRODUCT_TYPE, "custom product type"),
            Map.entry(Field.GOOGLE_CATEGORY, "product category"),
            Map.entry(Field.GOOGLE_CATEGORY, "standard product type"),
            Map.entry(Field.GOOGLE_CATEGORY, "google shopping / google product category"),
            Map.entry(Field.GENDER, "google shopping / gender"));

    private final String location;
    private final String handle;
    private final RowFields fields = new RowFields();
    private final Optional<URI> shop;
    private final String[] optionNames = new String[OPTIONS];
    private final Set<String> colors = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<Integer, List<String>> imagesByPosition = new TreeMap<>();
    private Optional<String> status = Optional.empty();
    private Optional<String> published = Optional.empty();
    private boolean priced;
    private boolean counted;
    private boolean available;

    ShopifyProduct(String location, String handle, Optional<URI> shop) {
        this.location = location;
        this.handle = handle;
        this.shop = shop;
        PLAIN.forEach(column -> fields.name(column.getKey(), column.getValue()));
        fields.name(Field.ID, "handle").name(Field.IMAGE, "image src").name(Field.TAGS, "tags");
    }

    /** Takes in a row: the values of its columns that have any. */
    void add(Map<String, String> row) {
        for (Map.Entry<Field, String> column : PLAIN) {
            Optional.ofNullable(row.get(column.getValue()))
                    .filter(value -> !fields.has(column.getKey()))
                    .ifPresent(value -> fields.add(column.getKey(), value));
        }
        if (row.containsKey("tags")) {
            fields.add(Field.TAGS, row.get("tags"));
        }
        status = status.or(() -> Optional.ofNullable(row.get("status")));
        published = published.or(() -> Optional.ofNullable(row.get("published")));
        addOptions(row);
        addImages(row);
        addVariant(row);
    }

    private void addOptions(Map<String, String> row) {
        for (int i = 0; i < OPTIONS; i++) {
            String prefix = "option" + (i + 1);
            optionNames[i] = row.getOrDefault(prefix + " name", optionNames[i] == null ? "" : optionNames[i]);
            String value = row.get(prefix + " value");
            if (value != null && !NO_CHOICE.contains(value.toLowerCase(Locale.ROOT))) {
                addOption(optionNames[i].toLowerCase(Locale.ROOT), value);
            }
        }
    }

    private void addOption(String name, String value) {
        switch (name) {
            case "size", "shoe size", "größe", "groesse", "taille" -> fields.add(Field.SIZE, value);
            case "color", "colour", "farbe", "couleur" -> addTo(colors, value);
            default -> addTo(tags, value);
        }
    }

    private static void addTo(Set<String> values, String value) {
        if (values.size() < MAX_VALUES) {
            values.add(value);
        }
    }

    private void addImages(Map<String, String> row) {
        if (row.containsKey("image src")) {
            @Nullable Integer position = Ints.tryParse(row.getOrDefault("image position", ""));
            imageList(position == null ? Integer.MAX_VALUE - 1 : position).add(row.get("image src"));
        }
        if (row.containsKey("variant image")) {
            imageList(Integer.MAX_VALUE).add(row.get("variant image"));
        }
    }

    private List<String> imageList(int position) {
        return imagesByPosition.size() < MAX_VALUES
                ? imagesByPosition.computeIfAbsent(position, p -> new ArrayList<>())
                : new ArrayList<>();
    }

    private void addVariant(Map<String, String> row) {
        if (!row.containsKey("variant price")) {
            return;
        }
        if (!priced) {
            priced = true;
            addPrices(row.get("variant price"), row.get("variant compare at price"));
        }
        Optional<Integer> quantity = Optional.ofNullable(Ints.tryParse(row.getOrDefault("variant inventory qty", "")));
        boolean tracked = quantity.isPresent() && row.containsKey("variant inventory tracker");
        counted |= quantity.isPresent();
        available |= !tracked
                || quantity.get() > 0
                || row.getOrDefault("variant inventory policy", "").equalsIgnoreCase("continue");
    }

    /** The price to compare with is the regular one, if it is higher; shops leave zeros and the same price there. */
    private void addPrices(String price, @Nullable String compareAt) {
        fields.name(Field.PRICE, "variant price");
        if (compareAt != null && isHigher(compareAt, price)) {
            fields.name(Field.PRICE, "variant compare at price").name(Field.SALE_PRICE, "variant price");
            fields.add(Field.PRICE, compareAt).add(Field.SALE_PRICE, price);
        } else {
            fields.add(Field.PRICE, price);
        }
    }

    private static boolean isHigher(String compareAt, String price) {
        try {
            return new BigDecimal(compareAt).compareTo(new BigDecimal(price)) > 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Returns the product, or why there is none. One that is not for sale is as if the feed did not mention it. */
    FeedEntry entry(DraftReader drafts) {
        if (status.filter(s -> !s.equalsIgnoreCase("active")).isPresent()) {
            return notForSale("status", status.get());
        }
        if (published.filter(p -> p.equalsIgnoreCase("false")).isPresent()) {
            return notForSale("published", published.get());
        }
        fields.add(Field.ID, handle);
        shop.ifPresent(address -> fields.add(Field.LINK, link(address)));
        if (!colors.isEmpty()) {
            fields.add(Field.COLOR, String.join("/", colors));
        }
        tags.forEach(tag -> fields.add(Field.TAGS, tag));
        if (counted) {
            fields.add(Field.AVAILABILITY, available ? "in stock" : "out of stock");
        }
        List<String> images = imagesByPosition.values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        for (int i = 0; i < images.size(); i++) {
            fields.add(i == 0 ? Field.IMAGE : Field.MORE_IMAGES, images.get(i));
        }
        return drafts.entry(location, fields);
    }

    private String link(URI address) {
        String base = address.toString();
        return base + (base.endsWith("/") ? "" : "/") + "products/" + handle;
    }

    private Rejected notForSale(String column, String value) {
        return new Rejected(
                location, Optional.empty(), column, "'%s' is %s, so it is not for sale".formatted(handle, value));
    }
}
