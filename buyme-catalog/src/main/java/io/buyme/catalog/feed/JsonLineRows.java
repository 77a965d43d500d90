package io.buyme.catalog.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.catalog.feed.TextLines.Line;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The rows of a file with a JSON object on each line. Blank lines are passed over. */
final class JsonLineRows implements RowSource {

    private final TextLines lines;
    private final JsonProducts products;
    private final Queue<FeedEntry> ready = new ArrayDeque<>();

    JsonLineRows(TextLines lines, JsonProducts products) {
        this.lines = lines;
        this.products = products;
    }

    @Override
    public Optional<FeedEntry> next() {
        while (ready.isEmpty()) {
            Optional<Line> line = lines.nextWithText();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            read(line.get());
        }
        return Optional.of(ready.remove());
    }

    private void read(Line line) {
        if (line.tooLong()) {
            ready.add(Rejected.row(line.location(), "is longer than " + TextLines.MAX_LENGTH + " characters"));
            return;
        }
        try {
            JsonNode node = JsonProducts.JSON.readTree(line.text());
            if (node.isObject()) {
                ready.addAll(products.entries(line.location(), node));
            } else {
                ready.add(Rejected.row(line.location(), "is no JSON object"));
            }
        } catch (JsonProcessingException e) {
            ready.add(Rejected.row(line.location(), "is no JSON: " + e.getOriginalMessage()));
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
