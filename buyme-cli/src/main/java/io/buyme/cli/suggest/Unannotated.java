package io.buyme.cli.suggest;

import io.buyme.cli.evaluate.PictureFiles;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is annotated, and what is not yet.
 *
 * @param annotations so far; those of images flagged {@code unannotated} count for nothing
 * @param images folder of all photos
 */
public record Unannotated(CocoAnnotations annotations, Path images) {

    /** Returns the annotations before anybody has annotated anything. */
    public static CocoAnnotations nothing() {
        return CocoAnnotations.of(List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * Returns the pictures that have not been annotated, by their names relative to the folder, in the order of names.
     *
     * @throws io.buyme.cli.evaluate.EvaluationException if the folder cannot be read, or there is no picture
     */
    public List<String> photos() {
        Set<String> done = annotations.images().stream()
                .filter(image -> !image.flag("unannotated"))
                .map(CocoImage::fileName)
                .collect(Collectors.toSet());
        return PictureFiles.below(images).stream()
                .map(file -> images.relativize(file).toString().replace('\\', '/'))
                .filter(name -> !done.contains(name))
                .toList();
    }

    /** Returns how many labels each category has, also those that have none. */
    public Map<String, Integer> labels() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        annotations.categories().forEach(category -> counts.put(category.name(), 0));
        for (CocoAnnotation annotation : annotations.annotations()) {
            if (!annotations.imageOf(annotation).flag("unannotated")) {
                counts.merge(annotations.categoryOf(annotation).name(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
