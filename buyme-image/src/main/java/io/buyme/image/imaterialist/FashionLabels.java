package io.buyme.image.imaterialist;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a {@code label_descriptions.json}: what the ids in the rows mean.
 *
 * @param categories the classes; 46 in the challenge
 * @param attributes what can be said of an object beyond its class; 92 in the challenge
 * @param info further facts about the data set, as the file has them under {@code info}
 */
public record FashionLabels(List<FashionLabel> categories, List<FashionLabel> attributes, Map<String, Object> info) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    /**
     * Copies lists and map.
     *
     * @throws IllegalArgumentException if an id is there twice
     */
    public FashionLabels {
        categories = List.copyOf(categories);
        attributes = List.copyOf(attributes);
        info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
        checkUnique(categories, "categories");
        checkUnique(attributes, "attributes");
    }

    /**
     * Reads a file.
     *
     * @throws BuyMeException if it is missing, no JSON, or without the two lists
     */
    public static FashionLabels read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            Map<String, Object> info =
                    root.path("info").isObject() ? JSON.convertValue(root.get("info"), FIELDS) : Map.of();
            return new FashionLabels(labels(root, "categories"), labels(root, "attributes"), info);
        } catch (IOException | IllegalArgumentException e) {
            throw new BuyMeException(
                    "want a label_descriptions.json with categories and attributes in '%s', found: %s; check the path"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Writes a file; it replaces one that is there.
     *
     * @throws BuyMeException if it cannot be written
     */
    public void write(Path file) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("info", info);
        root.put("categories", categories.stream().map(FashionLabels::fields).toList());
        root.put("attributes", attributes.stream().map(FashionLabels::fields).toList());
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        } catch (IOException e) {
            throw new BuyMeException("cannot write labels '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Returns the ids of the classes. */
    Set<Integer> categoryIds() {
        return ids(categories);
    }

    /** Returns the ids of the attributes. */
    Set<Integer> attributeIds() {
        return ids(attributes);
    }

    /** Returns a label as the file has it. */
    static Map<String, Object> fields(FashionLabel label) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", label.id());
        fields.put("name", label.name());
        fields.put("supercategory", label.superCategory());
        fields.put("level", label.level());
        return fields;
    }

    private static List<FashionLabel> labels(JsonNode root, String list) {
        if (!root.path(list).isArray()) {
            throw new IllegalArgumentException("no list '" + list + "'");
        }
        List<FashionLabel> labels = new ArrayList<>();
        for (JsonNode entry : root.get(list)) {
            if (!entry.path("id").canConvertToInt() || !entry.path("name").isTextual()) {
                throw new IllegalArgumentException("an entry of '%s' without id or name: %s".formatted(list, entry));
            }
            labels.add(new FashionLabel(
                    entry.get("id").intValue(),
                    entry.get("name").textValue(),
                    entry.path("supercategory").asText(""),
                    entry.path("level").asInt(0)));
        }
        return labels;
    }

    private static Set<Integer> ids(List<FashionLabel> labels) {
        return labels.stream().map(FashionLabel::id).collect(toUnmodifiableSet());
    }

    private static void checkUnique(List<FashionLabel> labels, String list) {
        if (ids(labels).size() != labels.size()) {
            throw new IllegalArgumentException("an id is twice in '" + list + "'");
        }
    }
}
