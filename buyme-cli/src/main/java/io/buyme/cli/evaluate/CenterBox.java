package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.api.Box;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.score.CocoDetection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the detector knows better where things are than somebody who always points at the middle: of the pairs of a
 * photo and a category that is in it, the share in which the one box overlaps an annotation by half or more (IoU).
 *
 * @param detector share for the detector's surest box of the category; null without pairs, or if its words are others
 * @param centerBox share for the box in the middle; null without pairs
 * @param relativeSize width and height of the box in the middle, as a share of the photo's
 * @param pairs how many
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CenterBox(@Nullable Double detector, @Nullable Double centerBox, double relativeSize, int pairs) {

    private static final double RELATIVE_SIZE = 0.5;
    private static final double ENOUGH = 0.5;

    private record Pair(long imageId, long categoryId) {}

    static CenterBox of(Labels labels, Collection<CocoDetection> detections) {
        Map<Pair, List<CocoAnnotation>> wanted = labels.truth().annotations().stream()
                .filter(annotation -> !annotation.crowd())
                .collect(Collectors.groupingBy(a -> new Pair(a.imageId(), a.categoryId())));
        Map<Pair, CocoDetection> surest = detections.stream()
                .collect(Collectors.toMap(
                        d -> new Pair(d.imageId(), d.categoryId()),
                        Function.identity(),
                        (one, other) -> other.score() > one.score() ? other : one));
        Map<Long, Box> middles =
                labels.truth().images().stream().collect(Collectors.toMap(CocoImage::id, CenterBox::middle));
        return new CenterBox(
                share(wanted, pair -> Stream.ofNullable(surest.get(pair)).map(CocoDetection::box)),
                share(wanted, pair -> Stream.ofNullable(middles.get(pair.imageId))),
                RELATIVE_SIZE,
                wanted.size());
    }

    /** Returns the same without the detector's share. */
    CenterBox withoutDetector() {
        return new CenterBox(null, centerBox, relativeSize, pairs);
    }

    private static @Nullable Double share(Map<Pair, List<CocoAnnotation>> wanted, Function<Pair, Stream<Box>> boxOf) {
        return Rounded.share(wanted.entrySet().stream()
                .mapToInt(entry -> boxOf.apply(entry.getKey())
                                .anyMatch(box -> entry.getValue().stream()
                                        .anyMatch(annotation -> annotation.box().iou(box) >= ENOUGH))
                        ? 1
                        : 0)
                .average());
    }

    private static Box middle(CocoImage image) {
        return new Box(0, 0, image.width(), image.height()).expand((RELATIVE_SIZE - 1) / 2);
    }
}
