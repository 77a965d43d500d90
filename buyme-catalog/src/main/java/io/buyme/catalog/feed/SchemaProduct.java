package io.buyme.catalog.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A product in the vocabulary of Schema.org (https://schema.org/Product), with what it has of its group
 * (https://schema.org/ProductGroup).
 */
final class SchemaProduct {

    private static final Set<String> PRODUCTS = Set.of("Product", "IndividualProduct", "ProductModel", "SomeProducts");
    private static final String GROUP = "ProductGroup";

    private final JsonNode product;
    private final JsonNode group;

    private SchemaProduct(JsonNode product, JsonNode group) {
        this.product = product;
        this.group = group;
    }

    /** Tells whether an object says what it is, be it a product or not. */
    static boolean hasType(JsonNode object) {
        return object.has("@type") || object.has("@context") || object.has("@id");
    }

    /** Returns the products of an object, those of a list's element and of a group's variants too. */
    static List<SchemaProduct> of(JsonNode object) {
        if (is(object, Set.of("ListItem", "DataFeedItem"))) {
            return of(object.path("item"));
        }
        if (is(object, Set.of(GROUP)) && object.has("hasVariant")) {
            return elements(object.path("hasVariant"))
                    .filter(JsonNode::isObject)
                    .map(variant -> new SchemaProduct(variant, object))
                    .toList();
        }
        return is(object, PRODUCTS) || is(object, Set.of(GROUP))
                ? List.of(new SchemaProduct(object, MissingNode.getInstance()))
                : List.of();
    }

    private static boolean is(JsonNode object, Set<String> types) {
        return elements(object.path("@type")).anyMatch(type -> types.contains(lastPart(type.asText())));
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    RowFields fields() {
        RowFields fields = new RowFields().name(Field.TITLE, "name");
        add(fields, Field.ID, firstText("sku", "productID", "@id", "identifier", "mpn", "url"));
        add(fields, Field.TITLE, firstText("name"));
        add(fields, Field.BRAND, firstText("brand", "manufacturer"));
        add(fields, Field.LINK, text(property("url")).or(() -> text(offer().path("url"))));
        add(fields, Field.COLOR, firstText("color"));
        add(
                fields,
                Field.GENDER,
                text(property("audience").path("suggestedGender")).or(() -> firstText("gender")));
        add(fields, Field.AVAILABILITY, text(offer().path("availability")).or(() -> text(anOffer("availability"))));
        add(fields, Field.GROUP, groupId());
        texts(property("size")).forEach(size -> fields.add(Field.SIZE, size));
        texts(property("category")).forEach(category -> fields.add(Field.CATEGORY, category));
        texts(property("keywords")).forEach(tags -> fields.add(Field.TAGS, tags));
        addImages(fields);
        addPrices(fields);
        return fields;
    }

    private static void add(RowFields fields, Field field, Optional<String> text) {
        text.ifPresent(t -> fields.add(field, t));
    }

    private void addImages(RowFields fields) {
        List<String> images = elements(property("image"))
                .flatMap(image -> Stream.of(image, image.path("contentUrl"), image.path("url"), image.path("@id")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .distinct()
                .toList();
        for (int i = 0; i < images.size(); i++) {
            fields.add(i == 0 ? Field.IMAGE : Field.MORE_IMAGES, images.get(i));
        }
    }

    /** The price of an offer, the lowest of several, and the one it is struck through for. */
    private void addPrices(RowFields fields) {
        JsonNode offer = offer();
        JsonNode asked = withPrice(offer).orElse(offer);
        Optional<String> now = text(asked.path("price")).or(() -> text(asked.path("lowPrice")));
        Optional<String> struck = specifications(offer)
                .filter(s -> Set.of("ListPrice", "StrikethroughPrice", "SRP", "MSRP")
                        .contains(lastPart(s.path("priceType").asText())))
                .flatMap(s -> text(s.path("price")).stream())
                .findFirst();
        add(fields, Field.CURRENCY, text(asked.path("priceCurrency")).or(() -> text(offer.path("priceCurrency"))));
        add(fields, Field.PRICE, struck.or(() -> now));
        if (struck.isPresent()) {
            add(fields, Field.SALE_PRICE, now);
        }
    }

    /** Returns what tells the price of an offer: itself, or a specification of no other type than that of a sale. */
    private static Optional<JsonNode> withPrice(JsonNode offer) {
        if (offer.has("price") || offer.has("lowPrice")) {
            return Optional.of(offer);
        }
        return specifications(offer)
                .filter(s -> s.has("price")
                        && Set.of("", "SalePrice")
                                .contains(lastPart(s.path("priceType").asText())))
                .findFirst()
                .or(() -> elements(offer.path("offers"))
                        .filter(o -> o.has("price"))
                        .findFirst());
    }

    private static Stream<JsonNode> specifications(JsonNode offer) {
        return elements(offer.path("priceSpecification"));
    }

    private JsonNode offer() {
        return elements(property("offers")).findFirst().orElse(MissingNode.getInstance());
    }

    /** Returns a property of the first of an aggregate's offers. */
    private JsonNode anOffer(String name) {
        return elements(offer().path("offers"))
                .findFirst()
                .map(o -> o.path(name))
                .orElse(MissingNode.getInstance());
    }

    private Optional<String> groupId() {
        JsonNode parent = product.path("isVariantOf");
        return text(product.path("inProductGroupWithID"))
                .or(() -> text(parent.path("productGroupID")))
                .or(() -> text(parent.path("@id")))
                .or(() -> text(group.path("productGroupID")))
                .or(() -> text(group.path("@id")))
                .or(() -> text(product.path("productGroupID")));
    }

    /** Returns a property of the product, or else of its group. What tells variants apart is not the group's to say. */
    private JsonNode property(String name) {
        JsonNode own = product.path(name);
        boolean inherited = own.isMissingNode()
                && !Set.of("sku", "productID", "@id", "identifier", "mpn").contains(name);
        return inherited ? group.path(name) : own;
    }

    private Optional<String> firstText(String... names) {
        return Stream.of(names).flatMap(name -> text(property(name)).stream()).findFirst();
    }

    private static Stream<String> texts(JsonNode values) {
        return elements(values).flatMap(value -> text(value).stream());
    }

    /** Returns a text as it is, or that of the object in whose place it stands. */
    private static Optional<String> text(JsonNode value) {
        if (value.isObject()) {
            return Stream.of("name", "@value", "value", "@id")
                    .flatMap(name -> text(value.path(name)).stream())
                    .findFirst();
        }
        if (value.isArray()) {
            return value.isEmpty() ? Optional.empty() : text(value.get(0));
        }
        return JsonProducts.text(value).filter(text -> !text.isBlank());
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false);
        }
        return value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }

    /** Returns the properties that are read, so that others, such as reviews, need not be kept. */
    static List<String> properties() {
        List<String> names =
                new ArrayList<>(List.of("@type", "@id", "@context", "sku", "productID", "identifier", "mpn"));
        names.addAll(
                List.of("name", "brand", "manufacturer", "url", "color", "audience", "gender", "size", "category"));
        names.addAll(List.of("keywords", "image", "offers", "isVariantOf", "inProductGroupWithID", "productGroupID"));
        names.addAll(List.of("hasVariant", "item"));
        return names;
    }
}
