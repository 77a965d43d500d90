package io.buyme.catalog.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The rows of a JSON document: one object after the other, objects in an array, and objects in the lists that an object
 * has ({@code @graph}, {@code itemListElement} and the like), at any depth. Of all lists only one element is in memory.
 */
final class JsonRows implements RowSource {

    private static final Set<String> LISTS =
            Set.of("@graph", "itemListElement", "dataFeedElement", "mainEntity", "products", "items");

    private final FeedFile file;
    private final JsonParser parser;
    private final JsonProducts products;
    private final Deque<OpenObject> open = new ArrayDeque<>();
    private final Queue<FeedEntry> ready = new ArrayDeque<>();
    private boolean ended;

    JsonRows(FeedFile file, Reader text, JsonProducts products) {
        this.file = file;
        this.products = products;
        try {
            // Names of fields are kept for good otherwise, and a feed can have any number of them.
            JsonFactory factory = JsonProducts.JSON
                    .getFactory()
                    .rebuild()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build();
            this.parser = factory.createParser(text);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** An object whose end is still to come, with what was read of it. */
    private record OpenObject(String location, BoundedObject content) {}

    @Override
    public Optional<FeedEntry> next() {
        try {
            while (ready.isEmpty() && !ended) {
                advance();
            }
        } catch (JsonProcessingException e) {
            ended = true;
            ready.add(Rejected.row(location(), "is no JSON, so the feed ends here: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void advance() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            ended = true;
        } else if (token == JsonToken.START_OBJECT) {
            open.push(new OpenObject(location(), new BoundedObject()));
        } else if (token == JsonToken.END_OBJECT) {
            close(open.pop());
        } else if (token == JsonToken.FIELD_NAME) {
            field(parser.currentName());
        } else if (token.isScalarValue()) {
            ready.add(Rejected.row(location(), "is no JSON object"));
        }
    }

    /** Goes into a list, takes in a value that is read, and passes over the rest. */
    private void field(String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (!LISTS.contains(name) || !value.isStructStart()) {
            open.element().content().read(name, parser);
            return;
        }
        open.element().content().holdsList();
        if (value == JsonToken.START_OBJECT) {
            open.push(new OpenObject(location(), new BoundedObject()));
        }
    }

    private void close(OpenObject object) {
        ObjectNode content = object.content().node();
        if (object.content().tooLarge()) {
            ready.add(
                    Rejected.row(object.location(), "is larger than " + BoundedObject.MAX_CHARACTERS + " characters"));
        } else if (!content.isEmpty() && !object.content().isEnvelope()) {
            ready.addAll(products.entries(object.location(), content));
        }
    }

    private String location() {
        JsonLocation place = parser.currentTokenLocation();
        return "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
