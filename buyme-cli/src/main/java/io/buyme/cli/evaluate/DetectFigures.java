package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.buyme.image.coco.score.CocoScore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well boxes and masks fit, by the evaluation of COCO: means over the categories that are annotated, 0 to 1; null if
 * there is nothing to measure.
 *
 * @param boxAp average precision of boxes over IoU thresholds from 0.50 to 0.95
 * @param boxAp50 average precision of boxes at an IoU of 0.50
 * @param boxAp75 average precision of boxes at an IoU of 0.75
 * @param boxAr share of the boxes that is found, over the same thresholds
 * @param maskAp like {@code boxAp}, of masks
 * @param maskAp50 like {@code boxAp50}, of masks
 * @param maskAp75 like {@code boxAp75}, of masks
 * @param maskAr like {@code boxAr}, of masks
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DetectFigures(
        @JsonProperty("box_ap") @Nullable Double boxAp,
        @JsonProperty("box_ap50") @Nullable Double boxAp50,
        @JsonProperty("box_ap75") @Nullable Double boxAp75,
        @JsonProperty("box_ar") @Nullable Double boxAr,
        @JsonProperty("mask_ap") @Nullable Double maskAp,
        @JsonProperty("mask_ap50") @Nullable Double maskAp50,
        @JsonProperty("mask_ap75") @Nullable Double maskAp75,
        @JsonProperty("mask_ar") @Nullable Double maskAr) {

    static final DetectFigures NONE = new DetectFigures(null, null, null, null, null, null, null, null);

    /** Returns the figures; {@code masks} is empty if the annotations have none. */
    static DetectFigures of(CocoScore boxes, Optional<CocoScore> masks) {
        CocoScore pixels = masks.orElseGet(() -> boxes.of(category -> false));
        return new DetectFigures(
                Rounded.share(boxes.ap()),
                Rounded.share(boxes.ap50()),
                Rounded.share(boxes.ap75()),
                Rounded.share(boxes.ar()),
                Rounded.share(pixels.ap()),
                Rounded.share(pixels.ap50()),
                Rounded.share(pixels.ap75()),
                Rounded.share(pixels.ar()));
    }
}
