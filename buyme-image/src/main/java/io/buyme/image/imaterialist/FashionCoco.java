package io.buyme.image.imaterialist;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import io.buyme.image.coco.Segmentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Translates between rows and COCO annotations without loss: classes keep their ids, the attributes of an object are in
 * the annotation's further field {@value #ATTRIBUTES}, and what they mean in the file's field of the same name.
 */
public final class FashionCoco {

    /** The further field with the attributes. */
    public static final String ATTRIBUTES = "attributes";

    private static final String SUPER_CATEGORY = "supercategory";
    private static final String LEVEL = "level";
    private static final String INFO = "info";

    private FashionCoco() {}

    /**
     * Reads all rows of a CSV file. Pictures and annotations are numbered from 1 in the order of the file.
     *
     * @param bad receives each row that is left out
     * @throws BuyMeException if the file cannot be read
     */
    public static CocoAnnotations read(Path csv, FashionLabels labels, Consumer<BadRow> bad) {
        Map<String, CocoImage> images = new LinkedHashMap<>();
        List<CocoAnnotation> annotations = new ArrayList<>();
        try (FashionRowReader reader = FashionRowReader.open(csv, labels, bad)) {
            for (Optional<FashionRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                RunLengths pixels = row.get().pixels();
                CocoImage image = images.computeIfAbsent(
                        row.get().imageId(),
                        name -> CocoImage.of(images.size() + 1L, name, pixels.width(), pixels.height()));
                annotations.add(annotation(annotations.size() + 1L, image, row.get()));
            }
        }
        List<CocoCategory> categories =
                labels.categories().stream().map(FashionCoco::category).toList();
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put(INFO, labels.info());
        extra.put(
                ATTRIBUTES,
                labels.attributes().stream().map(FashionLabels::fields).toList());
        return CocoAnnotations.of(images.values(), categories, annotations, extra);
    }

    /**
     * Writes annotations as rows of a CSV file. Of other COCO files, too: objects without attributes then.
     *
     * @throws BuyMeException if an annotation has no pixels, or the file cannot be written
     */
    public static void write(CocoAnnotations coco, Path csv) {
        try (FashionRowWriter writer = FashionRowWriter.create(csv)) {
            for (CocoAnnotation annotation : coco.annotations()) {
                writer.write(row(coco, annotation));
            }
        }
    }

    /** Returns what the ids in the rows mean that {@link #write} makes of these annotations. */
    public static FashionLabels labels(CocoAnnotations coco) {
        List<FashionLabel> categories = coco.categories().stream()
                .map(category -> label(category.id(), category.name(), category.extra()))
                .toList();
        List<FashionLabel> attributes = new ArrayList<>();
        for (Object entry : list(coco.extra().get(ATTRIBUTES))) {
            if (entry instanceof Map<?, ?> fields && fields.get("id") instanceof Number id) {
                attributes.add(label(id.longValue(), String.valueOf(fields.get("name")), fields));
            }
        }
        Map<String, Object> info = new LinkedHashMap<>();
        if (coco.extra().get(INFO) instanceof Map<?, ?> facts) {
            facts.forEach((name, value) -> info.put(String.valueOf(name), value));
        }
        return new FashionLabels(categories, attributes, info);
    }

    private static CocoAnnotation annotation(long id, CocoImage image, FashionRow row) {
        // Not by way of a mask: decoding hundreds of thousands of them would take hours.
        Box box = row.pixels().bounds().orElseThrow();
        return new CocoAnnotation(
                id,
                image.id(),
                row.classId(),
                box,
                row.pixels().area(),
                false,
                Optional.of(row.pixels()),
                Map.of(ATTRIBUTES, row.attributeIds()));
    }

    private static CocoCategory category(FashionLabel label) {
        return new CocoCategory(
                label.id(), label.name(), Map.of(SUPER_CATEGORY, label.superCategory(), LEVEL, label.level()));
    }

    private static FashionLabel label(long id, String name, Map<?, ?> fields) {
        String superCategory = fields.get(SUPER_CATEGORY) instanceof String text ? text : "";
        int level = fields.get(LEVEL) instanceof Number number ? number.intValue() : 0;
        return new FashionLabel(Math.toIntExact(id), name, superCategory, level);
    }

    private static FashionRow row(CocoAnnotations coco, CocoAnnotation annotation) {
        CocoImage image = coco.imageOf(annotation);
        try {
            List<Integer> attributes = new ArrayList<>();
            for (Object id : list(annotation.extra().get(ATTRIBUTES))) {
                attributes.add(((Number) id).intValue());
            }
            Segmentation segmentation =
                    annotation.segmentation().orElseThrow(() -> new IllegalArgumentException("it has no pixels"));
            return new FashionRow(
                    image.fileName(),
                    runLengths(segmentation, image),
                    Math.toIntExact(annotation.categoryId()),
                    attributes);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new BuyMeException(
                    "annotation %d cannot become a row: %s".formatted(annotation.id(), e.getMessage()), e);
        }
    }

    private static RunLengths runLengths(Segmentation segmentation, CocoImage image) {
        return segmentation instanceof RunLengths runs
                ? runs
                : RunLengths.of(segmentation.mask(), image.width(), image.height());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> entries ? entries : List.of();
    }
}
