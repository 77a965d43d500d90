package io.buyme.image.coco;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.buyme.image.coco.CocoException.Reason;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The content of a COCO annotation file. Every annotation refers to an image and a category that are there. Immutable.
 */
public final class CocoAnnotations {

    private final Map<Long, CocoImage> images;
    private final Map<Long, CocoCategory> categories;
    private final List<CocoAnnotation> annotations;
    private final Map<Long, List<CocoAnnotation>> byImage;
    private final Map<String, Object> extra;

    private CocoAnnotations(
            Collection<CocoImage> images,
            Collection<CocoCategory> categories,
            Collection<CocoAnnotation> annotations,
            Map<String, Object> extra) {
        this.images = byId(images, CocoImage::id, Reason.BAD_IMAGE, "image");
        this.categories = byId(categories, CocoCategory::id, Reason.BAD_CATEGORY, "category");
        this.annotations = List.copyOf(byId(annotations, CocoAnnotation::id, Reason.BAD_ANNOTATION, "annotation")
                .values());
        this.annotations.forEach(this::checkReferences);
        this.byImage = this.annotations.stream().collect(groupingBy(CocoAnnotation::imageId));
        this.extra = Extra.copyOf(extra);
    }

    /**
     * Returns the content of a file that is still to be written.
     *
     * @param extra further fields of the file, such as {@code info}; see {@link CocoImage#extra}
     * @throws CocoException if an id is there twice, or an annotation refers to an image or category that is not there
     */
    public static CocoAnnotations of(
            Collection<CocoImage> images,
            Collection<CocoCategory> categories,
            Collection<CocoAnnotation> annotations,
            Map<String, Object> extra) {
        return new CocoAnnotations(images, categories, annotations, extra);
    }

    /**
     * Reads a file. Segmentations may be polygons or run lengths, compressed or not; they are decoded when asked for.
     *
     * @throws CocoException if it cannot be read or something in it is wrong
     */
    public static CocoAnnotations read(Path file) {
        return new CocoReader(file).read();
    }

    /**
     * Writes a file with all fields that were read, run lengths compressed. It replaces one that is there.
     *
     * @throws CocoException if it cannot be written
     */
    public void write(Path file) {
        new CocoWriter(this).write(file);
    }

    /** Returns the images, in the order of the file. */
    public List<CocoImage> images() {
        return List.copyOf(images.values());
    }

    /** Returns the categories, in the order of the file. */
    public List<CocoCategory> categories() {
        return List.copyOf(categories.values());
    }

    /** Returns the annotations, in the order of the file. */
    public List<CocoAnnotation> annotations() {
        return annotations;
    }

    /** Returns further fields of the file, such as {@code info} and {@code licenses}. */
    public Map<String, Object> extra() {
        return extra;
    }

    /** Returns the image of this file name, the first if there are several. */
    public Optional<CocoImage> image(String fileName) {
        return images.values().stream()
                .filter(image -> image.fileName().equals(fileName))
                .findFirst();
    }

    /** Returns the image that an annotation of this file is about. */
    public CocoImage imageOf(CocoAnnotation annotation) {
        return requireNonNull(images.get(annotation.imageId()), () -> "no image of " + annotation);
    }

    /** Returns the category of an annotation of this file. */
    public CocoCategory categoryOf(CocoAnnotation annotation) {
        return requireNonNull(categories.get(annotation.categoryId()), () -> "no category of " + annotation);
    }

    /** Returns the annotations of an image, in the order of the file. */
    public List<CocoAnnotation> annotationsOf(CocoImage image) {
        return List.copyOf(byImage.getOrDefault(image.id(), List.of()));
    }

    /** Returns the content without the images that are not wanted and their annotations. */
    public CocoAnnotations ofImages(Predicate<CocoImage> wanted) {
        Map<Long, CocoImage> left = new LinkedHashMap<>(images);
        left.values().removeIf(wanted.negate());
        List<CocoAnnotation> leftAnnotations = annotations.stream()
                .filter(annotation -> left.containsKey(annotation.imageId()))
                .toList();
        return of(left.values(), categories.values(), leftAnnotations, extra);
    }

    private void checkReferences(CocoAnnotation annotation) {
        if (!images.containsKey(annotation.imageId())) {
            throw dangling(annotation, "image " + annotation.imageId());
        }
        if (!categories.containsKey(annotation.categoryId())) {
            throw dangling(annotation, "category " + annotation.categoryId());
        }
    }

    private static CocoException dangling(CocoAnnotation annotation, String what) {
        return new CocoException(
                Reason.BAD_ANNOTATION,
                "annotation %d is of %s, which is not there".formatted(annotation.id(), what),
                null);
    }

    private static <T> Map<Long, T> byId(Collection<T> values, ToLongFunction<T> id, Reason reason, String kind) {
        Map<Long, T> byId = new LinkedHashMap<>();
        for (T value : values) {
            if (byId.putIfAbsent(id.applyAsLong(value), value) != null) {
                throw new CocoException(reason, "two %ss have the id %d".formatted(kind, id.applyAsLong(value)), null);
            }
        }
        return byId;
    }
}
