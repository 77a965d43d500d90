package io.buyme.cli.evaluate;

import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The super-categories, in which detectors of coarse and of fine categories can be compared. Things stay what they are and
 * are only called by another name: a coat and the top under it are two upper garments.
 */
final class SuperCategoryLabels implements Labels {

    private static final List<SuperCategory> IN_ORDER = List.of(SuperCategory.values());

    private final CocoAnnotations truth;

    /**
     * Renames the annotations.
     *
     * @throws EvaluationException if the taxonomy does not have a category that is annotated
     */
    SuperCategoryLabels(CocoAnnotations annotations, Taxonomy taxonomy) {
        List<CocoCategory> categories = IN_ORDER.stream()
                .map(superCategory ->
                        CocoCategory.of(id(superCategory), superCategory.name().toLowerCase(Locale.ROOT)))
                .toList();
        List<CocoAnnotation> renamed = annotations.annotations().stream()
                .map(annotation -> renamed(annotation, superCategory(annotations.categoryOf(annotation), taxonomy)))
                .toList();
        this.truth = CocoAnnotations.of(annotations.images(), categories, renamed, Map.of());
    }

    @Override
    public CocoAnnotations truth() {
        return truth;
    }

    @Override
    public OptionalLong categoryOf(Sighting sighting) {
        return OptionalLong.of(id(sighting.superCategory()));
    }

    private static long id(SuperCategory superCategory) {
        return IN_ORDER.indexOf(superCategory);
    }

    private static SuperCategory superCategory(CocoCategory category, Taxonomy taxonomy) {
        return taxonomy.find(category.name())
                .orElseThrow(() -> new EvaluationException(
                        "the annotations have the category '%s', of which no super-category is known"
                                .formatted(category.name())));
    }

    private static CocoAnnotation renamed(CocoAnnotation annotation, SuperCategory superCategory) {
        return new CocoAnnotation(
                annotation.id(),
                annotation.imageId(),
                id(superCategory),
                annotation.box(),
                annotation.area(),
                annotation.crowd(),
                annotation.segmentation(),
                Map.of());
    }
}
