package io.buyme.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.api.Article;
import io.buyme.catalog.explain.SimilarityMap;
import io.buyme.cli.LookJson.BoxJson;
import io.buyme.cli.LookJson.MatchJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code buyme explain --json}, one object for each article; {@code docs/cli.md} describes it.
 *
 * @param category of the article
 * @param box of the article, in photo pixels
 * @param match as in {@code buyme look --json}
 * @param articleMap over the article's part of the photo
 * @param productMap over the product's picture
 * @param picture file that was written; left out without {@code --out}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainJson(
        String category,
        BoxJson box,
        MatchJson match,
        MapJson articleMap,
        MapJson productMap,
        @Nullable String picture) {

    static ExplainJson of(ExplainedMatch explained, @Nullable String picture) {
        Article article = explained.article();
        return new ExplainJson(
                article.category(),
                LookJsonMapper.box(article.box()),
                LookJsonMapper.match(1, explained.match()),
                MapJson.of(explained.maps().article()),
                MapJson.of(explained.maps().product()),
                picture);
    }

    /**
     * How much each cell carried the similarity.
     *
     * @param rows of cells
     * @param columns of cells
     * @param area in pixels of the article's part of the photo, or of the product's picture
     * @param values row by row
     */
    record MapJson(int rows, int columns, BoxJson area, List<Double> values) {

        static MapJson of(SimilarityMap map) {
            List<Double> values = map.values().stream()
                    .map(value -> LookJsonMapper.rounded(value, 6))
                    .toList();
            return new MapJson(map.rows(), map.columns(), LookJsonMapper.box(map.area()), values);
        }
    }
}
