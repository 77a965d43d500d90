package io.buyme.image.coco;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.Box;
import io.buyme.image.coco.CocoException.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes annotation files. */
final class CocoWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CocoAnnotations content;

    CocoWriter(CocoAnnotations content) {
        this.content = content;
    }

    void write(Path file) {
        Map<String, Object> root = new LinkedHashMap<>(content.extra());
        root.put("images", content.images().stream().map(CocoWriter::fields).toList());
        root.put(
                "categories",
                content.categories().stream().map(CocoWriter::fields).toList());
        root.put(
                "annotations",
                content.annotations().stream().map(CocoWriter::fields).toList());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            JSON.writeValue(out, root);
        } catch (IOException e) {
            throw new CocoException(Reason.INACCESSIBLE, "cannot write annotation file " + file + ": " + e, e);
        }
    }

    private static Map<String, Object> fields(CocoImage image) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", image.id());
        fields.put("file_name", image.fileName());
        fields.put("width", image.width());
        fields.put("height", image.height());
        fields.putAll(image.extra());
        return fields;
    }

    private static Map<String, Object> fields(CocoCategory category) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", category.id());
        fields.put("name", category.name());
        fields.putAll(category.extra());
        return fields;
    }

    private static Map<String, Object> fields(CocoAnnotation annotation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", annotation.id());
        fields.put("image_id", annotation.imageId());
        fields.put("category_id", annotation.categoryId());
        fields.put("iscrowd", annotation.crowd() ? 1 : 0);
        Box box = annotation.box();
        fields.put(
                "bbox", List.of(shortest(box.x()), shortest(box.y()), shortest(box.width()), shortest(box.height())));
        fields.put("area", shortest(annotation.area()));
        annotation.segmentation().ifPresent(pixels -> fields.put("segmentation", notation(pixels)));
        fields.putAll(annotation.extra());
        return fields;
    }

    private static Object notation(Segmentation segmentation) {
        if (segmentation instanceof RunLengths runs) {
            return Map.of("size", List.of(runs.height(), runs.width()), "counts", runs.compressed());
        }
        return ((Polygons) segmentation)
                .outlines().stream()
                        .map(outline ->
                                outline.stream().map(CocoWriter::shortest).toList())
                        .toList();
    }

    /** Whole numbers without the {@code .0}, as they were most likely written. */
    private static Number shortest(double value) {
        long whole = Math.round(value);
        return whole == value ? (Number) whole : (Number) value;
    }
}
