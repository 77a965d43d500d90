package io.buyme.cli.evaluate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.buyme.api.Box;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import io.buyme.image.coco.Segmentation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The super-categories, in which detectors of coarse and of fine categories can be compared.
 *
 * <p>What a photo has of one super-category becomes one thing to find: the box around all of it, and all of its pixels, as
 * a coarse detector sees a coat and the top under it as one upper garment. A fine detector sees two, and is right as well:
 * so the single garments are there to be found too, but need not be. Either way of seeing can reach a score of 1; the
 * same garment seen twice is wrong in both.
 */
final class SuperCategoryLabels implements Labels {

    private static final List<SuperCategory> IN_ORDER = List.of(SuperCategory.values());

    private final CocoAnnotations truth;
    private final Set<Long> parts = new HashSet<>();
    private long lastId;

    /**
     * Merges the annotations.
     *
     * @throws EvaluationException if the taxonomy does not have a category that is annotated
     */
    SuperCategoryLabels(CocoAnnotations annotations, Taxonomy taxonomy) {
        List<CocoAnnotation> merged = new ArrayList<>();
        for (CocoImage image : annotations.images()) {
            annotations.annotationsOf(image).stream()
                    .collect(groupingBy(
                            annotation -> superCategory(annotations.categoryOf(annotation), taxonomy),
                            () -> new EnumMap<>(SuperCategory.class),
                            toList()))
                    .forEach((superCategory, same) -> merged.addAll(merge(image, superCategory, same)));
        }
        List<CocoCategory> categories = IN_ORDER.stream()
                .map(superCategory ->
                        CocoCategory.of(id(superCategory), superCategory.name().toLowerCase(Locale.ROOT)))
                .toList();
        this.truth = CocoAnnotations.of(annotations.images(), categories, merged, Map.of());
    }

    @Override
    public CocoAnnotations truth() {
        return truth;
    }

    @Override
    public boolean isOptional(CocoAnnotation annotation) {
        return parts.contains(annotation.id());
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

    /** Returns the whole, and its parts if there are several. Nobody knows what a crowd has, so it is no part. */
    private List<CocoAnnotation> merge(CocoImage image, SuperCategory superCategory, List<CocoAnnotation> same) {
        List<CocoAnnotation> all = new ArrayList<>();
        for (CocoAnnotation annotation : same) {
            all.add(relabeled(annotation, superCategory));
        }
        List<CocoAnnotation> single =
                all.stream().filter(annotation -> !annotation.crowd()).toList();
        if (single.size() > 1) {
            single.forEach(annotation -> parts.add(annotation.id()));
            all.add(whole(image, superCategory, single));
        }
        return all;
    }

    private CocoAnnotation relabeled(CocoAnnotation annotation, SuperCategory superCategory) {
        return new CocoAnnotation(
                ++lastId,
                annotation.imageId(),
                id(superCategory),
                annotation.box(),
                annotation.area(),
                annotation.crowd(),
                annotation.segmentation(),
                Map.of());
    }

    private CocoAnnotation whole(CocoImage image, SuperCategory superCategory, List<CocoAnnotation> single) {
        Box box = single.stream().map(CocoAnnotation::box).reduce(Box::union).orElseThrow();
        List<RunLengths> pixels = single.stream()
                .flatMap(annotation -> annotation.segmentation().stream())
                .map(segmentation -> RunLengths.of(segmentation, image))
                .toList();
        Optional<RunLengths> together =
                pixels.size() == single.size() ? pixels.stream().reduce(RunLengths::union) : Optional.empty();
        return new CocoAnnotation(
                ++lastId,
                image.id(),
                id(superCategory),
                box,
                together.map(RunLengths::area).map(Integer::doubleValue).orElse(box.area()),
                false,
                together.map(Segmentation.class::cast),
                Map.of());
    }
}
