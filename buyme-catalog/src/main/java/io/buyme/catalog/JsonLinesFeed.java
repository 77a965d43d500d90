package io.buyme.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.buyme.catalog.TextLines.Line;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A feed with a JSON object on each line. Blank lines are passed over. */
final class JsonLinesFeed implements ProductFeed {

    /** Amounts stay as they are written: 19.90 must not become 19.9 or 19.899999. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Path file;
    private final FeedOptions options;

    JsonLinesFeed(Path file, FeedOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public Stream<FeedEntry> rows() {
        TextLines lines = TextLines.open(file);
        FieldRows rows = new FieldRows(file, options);
        return RowStream.of(() -> next(lines, rows), lines::close);
    }

    private static Optional<FeedEntry> next(TextLines lines, FieldRows rows) {
        Optional<Line> line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(l -> entry(l, rows));
    }

    private static FeedEntry entry(Line line, FieldRows rows) {
        if (line.tooLong()) {
            return Rejected.row(line.location(), "is longer than " + TextLines.MAX_LENGTH + " characters");
        }
        try {
            JsonNode node = JSON.readTree(line.text());
            return node.isObject()
                    ? rows.entry(line.location(), fields(node))
                    : Rejected.row(line.location(), "is no JSON object");
        } catch (JsonProcessingException e) {
            return Rejected.row(line.location(), "is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Objects and arrays count as what they are written like: no field that is used can be one. */
    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new HashMap<>();
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isBigDecimal()) {
                fields.put(field.getKey(), value.decimalValue().toString());
            } else if (!value.isNull()) {
                fields.put(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return fields;
    }
}
