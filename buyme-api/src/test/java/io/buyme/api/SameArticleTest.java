package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Ranker.Sought;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameArticleTest {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("plane", "1", 2, Metric.COSINE);

    private static Sought sought(SuperCategory part, double score, double degrees) {
        Article article = new Article("thing", part, score, new Box(0, 0, 10, 10), Optional.empty());
        float x = (float) Math.cos(Math.toRadians(degrees));
        float y = (float) Math.sin(Math.toRadians(degrees));
        return new Sought(article, new Described(Embedding.of(SPACE, x, y), Attributes.NONE));
    }

    @Test
    void putsTogetherWhatIsAlikeAndOfOneSuperCategory() {
        Sought shirt = sought(SuperCategory.UPPER, 0.9, 0);
        Sought sameShirt = sought(SuperCategory.UPPER, 0.6, 20);
        Sought shoes = sought(SuperCategory.FOOTWEAR, 0.9, 0);
        Sought otherShirt = sought(SuperCategory.UPPER, 0.8, 150);
        List<SameArticle> articles = SameArticle.among(List.of(List.of(shirt, shoes), List.of(otherShirt, sameShirt)));
        assertThat(articles)
                .extracting(SameArticle::sightings)
                .containsExactlyInAnyOrder(List.of(shirt, sameShirt), List.of(shoes), List.of(otherShirt));
    }

    @Test
    void takesNoTwoArticlesOfOnePhotoForOne() {
        Sought coat = sought(SuperCategory.UPPER, 0.9, 0);
        Sought sweater = sought(SuperCategory.UPPER, 0.9, 1);
        assertThat(SameArticle.among(List.of(List.of(coat, sweater)))).hasSize(2);
        Sought elsewhere = sought(SuperCategory.UPPER, 0.9, 2);
        assertThat(SameArticle.among(List.of(List.of(coat, sweater), List.of(elsewhere))))
                .extracting(SameArticle::sightings)
                .containsExactly(List.of(coat), List.of(sweater, elsewhere));
    }

    @Test
    void searchesForTheMeanByHowSureTheSightingsAre() {
        Sought sure = sought(SuperCategory.UPPER, 0.9, 0);
        Sought unsure = sought(SuperCategory.UPPER, 0.3, 40);
        SameArticle article =
                SameArticle.among(List.of(List.of(unsure), List.of(sure))).get(0);
        Sought sought = article.sought();
        assertThat(sought.article()).isSameAs(sure.article());
        double degrees = Math.toDegrees(Math.atan2(
                sought.described().embedding().value(1),
                sought.described().embedding().value(0)));
        assertThat(degrees).isBetween(8.0, 12.0);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(SameArticle.among(List.of())).isEmpty();
        assertThat(SameArticle.among(List.of(List.of(), List.of()))).isEmpty();
    }
}
