package io.buyme.catalog.feed;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes products of JSON objects: those with a type are Schema.org's, others have the fields of a plain table. */
final class JsonProducts {

    /** Amounts stay as they are written: 19.90 must not become 19.9 or 19.899999. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Fields that may have several values. */
    private static final Set<Field> SEVERAL =
            EnumSet.of(Field.SIZE, Field.SIZES, Field.TAGS, Field.MORE_IMAGES, Field.PRODUCT_TYPE);

    private final DraftReader drafts;

    JsonProducts(DraftReader drafts) {
        this.drafts = drafts;
    }

    /** Returns the products of an object: those of a group of variants are several; an object of another type has none. */
    List<FeedEntry> entries(String location, JsonNode object) {
        if (SchemaProduct.hasType(object)) {
            return SchemaProduct.of(object).stream()
                    .map(product -> drafts.entry(location, product.fields()))
                    .toList();
        }
        return List.of(drafts.entry(location, plain(object)));
    }

    private static RowFields plain(JsonNode object) {
        RowFields fields = new RowFields();
        object.properties()
                .forEach(property -> Field.named(property.getKey()).ifPresent(field -> {
                    fields.name(field, property.getKey());
                    JsonNode value = property.getValue();
                    if (value.isArray() && SEVERAL.contains(field)) {
                        value.forEach(element -> text(element).ifPresent(text -> fields.add(field, text)));
                    } else {
                        text(value).ifPresent(text -> fields.add(field, text));
                    }
                }));
        return fields;
    }

    /** Returns what a value is written like, objects and arrays too: no field that is used can be one. */
    static Optional<String> text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isBigDecimal()) {
            return Optional.of(value.decimalValue().toString());
        }
        return Optional.of(value.isContainerNode() ? value.toString() : value.asText());
    }
}
