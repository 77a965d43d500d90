package io.buyme.image.coco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.Box;
import io.buyme.image.coco.CocoException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one annotation file, and says where it is wrong. */
final class CocoReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final Path file;
    private final Map<Long, CocoImage> images = new HashMap<>();

    CocoReader(Path file) {
        this.file = file;
    }

    CocoAnnotations read() {
        JsonNode root = parse();
        List<CocoImage> pictures = all(root, "images", Reason.BAD_IMAGE, CocoReader::image);
        pictures.forEach(image -> images.putIfAbsent(image.id(), image));
        List<CocoCategory> categories = all(root, "categories", Reason.BAD_CATEGORY, CocoReader::category);
        List<CocoAnnotation> annotations = all(root, "annotations", Reason.BAD_ANNOTATION, this::annotation);
        try {
            return CocoAnnotations.of(
                    pictures, categories, annotations, extra(root, Set.of("images", "categories", "annotations")));
        } catch (CocoException e) {
            throw new CocoException(e.reason(), file + ": " + e.getMessage(), e);
        }
    }

    private JsonNode parse() {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode root = JSON.readTree(in);
            if (root.isObject()) {
                return root;
            }
            throw new CocoException(Reason.NOT_COCO, file + " is no COCO annotation file: no JSON object", null);
        } catch (NoSuchFileException e) {
            throw new CocoException(Reason.MISSING, "there is no annotation file " + file, e);
        } catch (JsonProcessingException e) {
            throw new CocoException(Reason.NOT_COCO, file + " is no JSON file: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CocoException(Reason.INACCESSIBLE, "cannot read annotation file " + file + ": " + e, e);
        }
    }

    private <T> List<T> all(JsonNode root, String list, Reason reason, Function<JsonNode, T> read) {
        JsonNode entries = root.get(list);
        if (entries == null || !entries.isArray()) {
            throw new CocoException(
                    Reason.NOT_COCO, "%s is no COCO annotation file: it has no list '%s'".formatted(file, list), null);
        }
        List<T> all = new ArrayList<>();
        for (JsonNode entry : entries) {
            try {
                all.add(read.apply(entry));
            } catch (IllegalArgumentException | ArithmeticException e) {
                String name = entry.path("id").isNumber() ? "the one of id " + entry.get("id") : "no. " + all.size();
                throw new CocoException(reason, "%s: %s, %s: %s".formatted(file, list, name, e.getMessage()), e);
            }
        }
        return all;
    }

    private static CocoImage image(JsonNode entry) {
        return new CocoImage(
                whole(entry, "id"),
                text(entry, "file_name"),
                Math.toIntExact(whole(entry, "width")),
                Math.toIntExact(whole(entry, "height")),
                extra(entry, Set.of("id", "file_name", "width", "height")));
    }

    private static CocoCategory category(JsonNode entry) {
        return new CocoCategory(whole(entry, "id"), text(entry, "name"), extra(entry, Set.of("id", "name")));
    }

    private CocoAnnotation annotation(JsonNode entry) {
        long imageId = whole(entry, "image_id");
        Optional<Segmentation> segmentation = segmentation(entry.path("segmentation"), images.get(imageId));
        Box box = box(field(entry, "bbox"));
        return new CocoAnnotation(
                whole(entry, "id"),
                imageId,
                whole(entry, "category_id"),
                box,
                entry.has("area") ? number(entry.get("area"), "area") : box.area(),
                entry.path("iscrowd").asInt(0) == 1,
                segmentation,
                extra(entry, Set.of("id", "image_id", "category_id", "bbox", "area", "iscrowd", "segmentation")));
    }

    private static Box box(JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() != 4) {
            throw new IllegalArgumentException("bbox must be four numbers x, y, width, height, got " + numbers);
        }
        List<Double> edges = numbers(numbers, "bbox");
        return new Box(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
    }

    private static Optional<Segmentation> segmentation(JsonNode node, @Nullable CocoImage image) {
        // Without an image the annotation is refused later on, by a message about that.
        if (image == null || node.isMissingNode() || node.isNull() || node.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(node.isArray() ? polygons(node, image) : runLengths(node, image));
    }

    private static Segmentation polygons(JsonNode node, CocoImage image) {
        List<List<Double>> outlines = new ArrayList<>();
        node.forEach(outline -> outlines.add(numbers(outline, "segmentation")));
        return new Polygons(image.width(), image.height(), outlines);
    }

    private static Segmentation runLengths(JsonNode node, CocoImage image) {
        List<Double> size = numbers(field(node, "size"), "segmentation.size");
        if (!size.equals(List.of((double) image.height(), (double) image.width()))) {
            throw new IllegalArgumentException("segmentation.size is %s, but the image has height %d and width %d"
                    .formatted(node.get("size"), image.height(), image.width()));
        }
        JsonNode counts = field(node, "counts");
        if (counts.isTextual()) {
            return RunLengths.ofCompressed(image.width(), image.height(), counts.textValue());
        }
        List<Integer> runs = numbers(counts, "segmentation.counts").stream()
                .map(Double::intValue)
                .toList();
        return RunLengths.of(image.width(), image.height(), runs);
    }

    private static Map<String, Object> extra(JsonNode entry, Set<String> known) {
        Map<String, Object> fields = JSON.convertValue(entry, FIELDS);
        fields.keySet().removeAll(known);
        return fields;
    }

    private static JsonNode field(JsonNode entry, String name) {
        JsonNode value = entry.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("field '" + name + "' is missing");
        }
        return value;
    }

    private static long whole(JsonNode entry, String name) {
        JsonNode value = field(entry, name);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("%s must be a whole number, got %s".formatted(name, value));
        }
        return value.longValue();
    }

    private static String text(JsonNode entry, String name) {
        JsonNode value = field(entry, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("%s must be text, got %s".formatted(name, value));
        }
        return value.textValue();
    }

    private static List<Double> numbers(JsonNode list, String name) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("%s must have lists of numbers, got %s".formatted(name, list));
        }
        List<Double> numbers = new ArrayList<>();
        list.forEach(value -> numbers.add(number(value, name)));
        return numbers;
    }

    private static double number(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("%s must be numbers, got %s".formatted(name, value));
        }
        return value.doubleValue();
    }
}
