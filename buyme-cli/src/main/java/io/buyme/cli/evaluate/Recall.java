package io.buyme.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often the one right answer comes early, 0 to 1; null without queries.
 *
 * @param recallAt1 share of queries whose right answer comes first
 * @param recallAt5 share whose right answer is among the first five
 * @param recallAt10 share whose right answer is among the first ten
 * @param queries how many
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Recall(
        @JsonProperty("recall_at_1") @Nullable Double recallAt1,
        @JsonProperty("recall_at_5") @Nullable Double recallAt5,
        @JsonProperty("recall_at_10") @Nullable Double recallAt10,
        int queries) {

    static Recall of(List<Ranking> rankings) {
        return new Recall(at(1, rankings), at(5, rankings), at(10, rankings), rankings.size());
    }

    private static @Nullable Double at(int k, List<Ranking> rankings) {
        Stream<Ranking> all = rankings.stream();
        return Rounded.share(all.mapToInt(ranking -> ranking.hitAt(k) ? 1 : 0).average());
    }
}
