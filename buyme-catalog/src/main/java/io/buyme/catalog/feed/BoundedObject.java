package io.buyme.catalog.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What is read of an object: the fields that say something of a product, as long as they are of a reasonable size. */
final class BoundedObject {

    /** Far more than a product with all its variants has. */
    static final int MAX_CHARACTERS = 4 << 20;

    /** What an object or a number takes, reckoned in characters. */
    private static final int OVERHEAD = 16;

    private static final Set<String> SCHEMA = new HashSet<>(SchemaProduct.properties());

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private int characters;
    private boolean holdsList;

    /** Says that a list of products was in it, so that it need not be one itself. */
    void holdsList() {
        holdsList = true;
    }

    /** Tells whether it is around a list of products only. */
    boolean isEnvelope() {
        return holdsList && !node.has("@type") && !node.has(Field.ID.label());
    }

    ObjectNode node() {
        return node;
    }

    boolean tooLarge() {
        return characters > MAX_CHARACTERS;
    }

    /** Takes in the value on which a parser stands, and leaves the parser at its end. */
    void read(String name, JsonParser parser) throws IOException {
        String plain = name.startsWith("schema:") ? name.substring("schema:".length()) : name;
        if (tooLarge() || !(SCHEMA.contains(plain) || Field.named(plain).isPresent())) {
            parser.skipChildren();
        } else {
            node.set(plain, value(parser));
        }
    }

    private JsonNode value(JsonParser parser) throws IOException {
        characters += OVERHEAD;
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(parser);
        }
        if (token == JsonToken.VALUE_STRING) {
            characters += parser.getTextLength();
            return node.textNode(parser.getText());
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            // As it is written: reading it as a number would make a number of a million digits of 1e999999.
            return node.textNode(parser.getText());
        }
        return token == JsonToken.VALUE_NULL ? node.nullNode() : node.booleanNode(token == JsonToken.VALUE_TRUE);
    }

    private JsonNode object(JsonParser parser) throws IOException {
        ObjectNode object = node.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            characters += name.length();
            parser.nextToken();
            if (full(parser, object)) {
                continue;
            }
            object.set(name.startsWith("schema:") ? name.substring("schema:".length()) : name, value(parser));
        }
        return object;
    }

    private JsonNode array(JsonParser parser) throws IOException {
        ArrayNode array = node.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!full(parser, array)) {
                array.add(value(parser));
            }
        }
        return array;
    }

    /** Once the object is too large anyway, it is read to its end, but not kept. */
    private boolean full(JsonParser parser, ContainerNode<?> container) throws IOException {
        if (tooLarge()) {
            container.removeAll();
            parser.skipChildren();
            return true;
        }
        return false;
    }
}
