package io.buyme.image.coco.score;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scores detections against annotations, by the rules of {@code COCOeval}: per picture and category at most the 100
 * surest detections count; precision is read at 101 recalls, for ten IoU thresholds from 0.50 to 0.95; a detection in a
 * crowd is neither right nor wrong; a category without annotations is left out of the means.
 *
 * <p>Where this differs: outlines are drawn by the rule of {@link io.buyme.image.coco.Polygons}, and annotations may be
 * made optional, which then count like those outside the area range.
 */
public final class CocoEvaluation {

    private static final int MOST_DETECTIONS = 100;

    private final CocoAnnotations truth;
    private final Overlap overlap;
    private final Predicate<CocoAnnotation> optional;

    private CocoEvaluation(CocoAnnotations truth, Overlap overlap, Predicate<CocoAnnotation> optional) {
        this.truth = truth;
        this.overlap = overlap;
        this.optional = optional;
    }

    /** What one category has in one picture. */
    private record Place(long imageId, long categoryId) {}

    /**
     * Returns how well the detections fit. Pictures of the file without a detection count as such.
     *
     * @param overlap what is compared; a detection without pixels is then compared by all pixels of its box, as the COCO
     *     tools do
     * @throws IllegalArgumentException if a detection is of a picture or category that the file does not have, masks are
     *     to be compared and an annotation has none, or a mask is not of its picture's size
     */
    public static CocoScore score(CocoAnnotations truth, Collection<CocoDetection> detections, Overlap overlap) {
        return score(truth, detections, overlap, annotation -> false);
    }

    /**
     * Returns how well the detections fit, where some annotations need not be found: a detection of one that nothing else
     * has found is neither right nor wrong, a second one is wrong.
     *
     * @param optional which annotations
     * @throws IllegalArgumentException as in {@link #score(CocoAnnotations, Collection, Overlap)}
     */
    public static CocoScore score(
            CocoAnnotations truth,
            Collection<CocoDetection> detections,
            Overlap overlap,
            Predicate<CocoAnnotation> optional) {
        return new CocoEvaluation(truth, overlap, optional).score(detections);
    }

    private CocoScore score(Collection<CocoDetection> detections) {
        checkReferences(detections);
        Map<Place, List<CocoDetection>> found =
                detections.stream().collect(groupingBy(d -> new Place(d.imageId(), d.categoryId())));
        Map<Place, List<CocoAnnotation>> wanted =
                truth.annotations().stream().collect(groupingBy(a -> new Place(a.imageId(), a.categoryId())));
        List<CocoImage> images =
                truth.images().stream().sorted(comparingLong(CocoImage::id)).toList();
        return new CocoScore(truth.categories().stream()
                .sorted(comparingLong(CocoCategory::id))
                .map(category -> score(category, images, found, wanted))
                .toList());
    }

    private CategoryScore score(
            CocoCategory category,
            List<CocoImage> images,
            Map<Place, List<CocoDetection>> found,
            Map<Place, List<CocoAnnotation>> wanted) {
        List<Matcher> matchers = new ArrayList<>();
        for (CocoImage image : images) {
            Place place = new Place(image.id(), category.id());
            if (found.containsKey(place) || wanted.containsKey(place)) {
                matchers.add(
                        matcher(image, wanted.getOrDefault(place, List.of()), found.getOrDefault(place, List.of())));
            }
        }
        Map<AreaRange, RangeScore> ranges = new EnumMap<>(AreaRange.class);
        for (AreaRange range : AreaRange.values()) {
            List<Matches> matches =
                    matchers.stream().map(matcher -> matcher.match(range)).toList();
            PrecisionCurve.score(matches).ifPresent(score -> ranges.put(range, score));
        }
        return new CategoryScore(category, ranges);
    }

    private Matcher matcher(CocoImage image, List<CocoAnnotation> annotations, List<CocoDetection> detections) {
        List<Annotated> annotated = annotations.stream()
                .map(a -> new Annotated(Shape.of(a, image, overlap), a.area(), a.crowd(), optional.test(a)))
                .toList();
        List<CocoDetection> surest = detections.stream()
                .sorted(comparingDouble(CocoDetection::score).reversed())
                .limit(MOST_DETECTIONS)
                .toList();
        return new Matcher(
                annotated,
                surest.stream().map(d -> Shape.of(d, image, overlap)).toList(),
                surest.stream().map(CocoDetection::score).toList());
    }

    private void checkReferences(Collection<CocoDetection> detections) {
        Set<Long> images = truth.images().stream().map(CocoImage::id).collect(Collectors.toSet());
        Set<Long> categories = truth.categories().stream().map(CocoCategory::id).collect(Collectors.toSet());
        for (CocoDetection detection : detections) {
            if (!images.contains(detection.imageId()) || !categories.contains(detection.categoryId())) {
                throw new IllegalArgumentException("no such picture or category among the annotations: " + detection);
            }
        }
    }
}
