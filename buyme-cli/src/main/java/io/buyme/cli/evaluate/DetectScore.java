package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme evaluate detect}.
 *
 * @param categories in the categories of the annotations
 * @param superCategories in super-categories
 * @param foreignCategories words of the detector that are no category of the annotations; if there is one, only the
 *     super-categories are scored
 * @param msPerPhoto mean wall time of the detector alone, without reading and pose; null without photos
 * @param photos that were scored
 * @param failed photos that could not be read or that a stage failed on; not scored
 * @param failures the photos behind {@code failed}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DetectScore(
        @JsonUnwrapped LabelScore categories,
        @JsonProperty("super_categories") LabelScore superCategories,
        @JsonProperty("foreign_categories") List<String> foreignCategories,
        @JsonProperty("ms_per_photo") @Nullable Double msPerPhoto,
        int photos,
        int failed,
        List<Failure> failures) {

    /** Copies the lists. */
    public DetectScore {
        foreignCategories = List.copyOf(foreignCategories);
        failures = List.copyOf(failures);
    }
}
