package io.buyme.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme look --json}, one object per photo. Scripts rely on it: {@code docs/cli.md} describes it, and
 * what is here is only ever added to. What does not apply is left out.
 *
 * @param photo path as given
 * @param status {@code found}, {@code rejected} (by the strict gate) or {@code failed}
 * @param error why it failed
 * @param pose what the pose stage saw
 * @param advice for the user
 * @param articles with their matches
 * @param boxes all that the detector considered; only with {@code --explain}
 * @param discarded those of them that are no article of their own; only with {@code --explain}
 * @param timesMs milliseconds by stage
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record LookJson(
        String photo,
        String status,
        @Nullable String error,
        @Nullable PoseJson pose,
        @Nullable List<String> advice,
        @Nullable List<ArticleJson> articles,
        @Nullable List<DetectedBoxJson> boxes,
        @Nullable List<DiscardedJson> discarded,
        @Nullable TimesJson timesMs) {

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PoseJson(
            String verdict,
            double score,
            List<String> reasons,
            @Nullable BoxJson personBox,
            List<KeypointJson> keypoints,
            List<BoxJson> otherPersons) {}

    record KeypointJson(String name, double x, double y, double score) {}

    record BoxJson(double x, double y, double width, double height) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArticleJson(
            String category,
            String superCategory,
            double score,
            BoxJson box,
            List<ColorJson> colors,
            List<TagJson> tags,
            List<MatchJson> matches,
            @Nullable String notice) {}

    record ColorJson(String name, String rgb, double share) {}

    record TagJson(String group, String name, double score) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchJson(
            int rank,
            String id,
            String title,
            @Nullable String brand,
            @Nullable PriceJson price,
            @Nullable String link,
            String image,
            String category,
            String superCategory,
            double score,
            String reason,
            List<String> shared,
            List<String> differing,
            @Nullable Double probability,
            @Nullable List<EvidenceJson> evidence,
            @Nullable List<VariantJson> variants) {}

    record EvidenceJson(String name, double value, double contribution) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VariantJson(
            String id,
            String title,
            @Nullable PriceJson price,
            @Nullable String link,
            String image) {}

    record PriceJson(BigDecimal amount, String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DetectedBoxJson(
            String category, String superCategory, double score, BoxJson box, String fate, String reason) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DiscardedJson(String category, String superCategory, double score, BoxJson box, String reason) {}

    record TimesJson(double decode, double pose, double detect, double embed, double search, double total) {}
}
