package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.score.CategoryScore;
import io.buyme.image.coco.score.CocoDetection;
import io.buyme.image.coco.score.CocoEvaluation;
import io.buyme.image.coco.score.CocoScore;
import io.buyme.image.coco.score.Overlap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well a detector does in one set of categories.
 *
 * @param overall over all of them
 * @param withoutAccessory over all but {@code accessory}: what is small, or many things in one
 * @param byCategory those that are annotated, by name
 * @param centerBox compared with pointing at the middle
 */
public record LabelScore(
        @JsonUnwrapped DetectFigures overall,
        @JsonProperty("without_accessory") DetectFigures withoutAccessory,
        @JsonProperty("by_category") Map<String, CategoryFigures> byCategory,
        @JsonProperty("center_box") CenterBox centerBox) {

    private static final String ACCESSORY = "accessory";

    /** Copies the map. */
    public LabelScore {
        byCategory = Collections.unmodifiableMap(new TreeMap<>(byCategory));
    }

    /** Scores the sightings; those whose category is none of the labels are left out. */
    static LabelScore of(Labels labels, List<Sighting> sightings) {
        List<CocoDetection> detections = sightings.stream()
                .flatMap(sighting -> labels.categoryOf(sighting).stream().mapToObj(sighting::as))
                .toList();
        CocoScore boxes = CocoEvaluation.score(labels.truth(), detections, Overlap.BOX, labels::isOptional);
        Optional<CocoScore> masks = haveMasks(labels)
                ? Optional.of(CocoEvaluation.score(labels.truth(), detections, Overlap.MASK, labels::isOptional))
                : Optional.empty();
        return new LabelScore(
                DetectFigures.of(boxes, masks),
                DetectFigures.of(withoutAccessory(boxes), masks.map(LabelScore::withoutAccessory)),
                byCategory(boxes, masks),
                CenterBox.of(labels, detections));
    }

    /** Returns the score of a detector that has other words: it cannot be said. */
    LabelScore withoutDetector() {
        return new LabelScore(DetectFigures.NONE, DetectFigures.NONE, Map.of(), centerBox.withoutDetector());
    }

    private static boolean haveMasks(Labels labels) {
        return labels.truth().annotations().stream()
                .map(CocoAnnotation::segmentation)
                .allMatch(Optional::isPresent);
    }

    private static CocoScore withoutAccessory(CocoScore score) {
        return score.of(category -> !category.name().equalsIgnoreCase(ACCESSORY));
    }

    private static Map<String, CategoryFigures> byCategory(CocoScore boxes, Optional<CocoScore> masks) {
        Map<String, CategoryFigures> figures = new HashMap<>();
        for (int i = 0; i < boxes.categories().size(); i++) {
            int at = i;
            CategoryScore box = boxes.categories().get(i);
            Optional<CategoryScore> mask = masks.map(score -> score.categories().get(at));
            if (box.annotations() > 0) {
                figures.put(
                        box.category().name(),
                        new CategoryFigures(
                                Rounded.share(box.ap()),
                                Rounded.share(box.ap50()),
                                Rounded.share(figure(mask, CategoryScore::ap)),
                                Rounded.share(figure(mask, CategoryScore::ap50)),
                                box.annotations()));
            }
        }
        return figures;
    }

    private static OptionalDouble figure(
            Optional<CategoryScore> score, Function<CategoryScore, OptionalDouble> figure) {
        return score.map(figure).orElseGet(OptionalDouble::empty);
    }
}
