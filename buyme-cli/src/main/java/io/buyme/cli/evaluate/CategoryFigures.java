package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How well one category is found; see {@link DetectFigures}.
 *
 * @param boxAp of its boxes
 * @param boxAp50 of its boxes
 * @param maskAp of its masks
 * @param maskAp50 of its masks
 * @param annotations how many there were to find
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CategoryFigures(
        @JsonProperty("box_ap") @Nullable Double boxAp,
        @JsonProperty("box_ap50") @Nullable Double boxAp50,
        @JsonProperty("mask_ap") @Nullable Double maskAp,
        @JsonProperty("mask_ap50") @Nullable Double maskAp50,
        int annotations) {}
