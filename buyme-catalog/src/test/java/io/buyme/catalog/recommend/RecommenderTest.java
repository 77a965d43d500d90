package io.buyme.catalog.recommend;

import static io.buyme.catalog.recommend.Things.candidate;
import static io.buyme.catalog.recommend.Things.sought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Match;
import io.buyme.api.Match.Evidence;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.Ranker.Candidate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecommenderTest {

    private static final ProductDetails STYLE = ProductDetails.NONE.withGroup("style 7");

    private static List<String> ids(ArticleMatches found) {
        return found.matches().stream().map(match -> match.product().id()).toList();
    }

    private static Recommender.Builder byTotals() {
        return Recommender.builder().lambda(1);
    }

    @Test
    void aCategoryThatAgreesOutweighsALittleSimilarity() {
        List<Candidate> candidates = List.of(
                candidate("coat", 5, "coat", ProductDetails.NONE),
                candidate("shirt", -12, "shirt", ProductDetails.NONE));

        assertThat(ids(byTotals().build().rank(sought("top"), candidates, 2))).containsExactly("shirt", "coat");
        assertThat(ids(byTotals()
                        .model(RankingModel.of(RankingWeights.NEAREST))
                        .build()
                        .rank(sought("top"), candidates, 2)))
                .containsExactly("coat", "shirt");
    }

    @Test
    void anUnsureCategoryOfAProductCountsLess() {
        Candidate unsure = candidate("coat", 5, "coat", ProductDetails.NONE.withCategoryScore(0.01));

        assertThat(Signals.of(sought("top"), unsure).category()).isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void contributionsAddUpToTheOrderAndNameEverySignal() {
        RankingWeights weights = new RankingWeights(2, 1, 1, 3);
        Match match = byTotals()
                .model(RankingModel.of(weights))
                .build()
                .rank(sought("top"), List.of(candidate("a", 0)), 1)
                .matches()
                .get(0);

        assertThat(match.evidence()).extracting(Evidence::name).isEqualTo(Signals.NAMES);
        assertThat(match.evidence().stream().mapToDouble(Evidence::contribution).sum())
                .isCloseTo(5, within(1e-6));
        assertThat(match.probability()).isEmpty();
    }

    @Test
    void variantsOfAGroupAreOneMatchUnderTheBestOfThem() {
        ArticleMatches found = byTotals()
                .build()
                .rank(
                        sought("top"),
                        List.of(
                                candidate("red", 10, "t-shirt", STYLE),
                                candidate("other", 40),
                                candidate("blue", 70, "t-shirt", STYLE)),
                        5);

        assertThat(ids(found)).containsExactly("red", "other");
        assertThat(found.matches().get(0).variants()).extracting(Product::id).containsExactly("blue");
    }

    @Test
    void twoFilesOfOnePictureAreOneMatch() {
        ArticleMatches found =
                byTotals().build().rank(sought("top"), List.of(candidate("a", 10), candidate("b", 11)), 5);

        assertThat(ids(found)).containsExactly("a");
        assertThat(found.matches().get(0).variants()).extracting(Product::id).containsExactly("b");
    }

    @Test
    void varietyPrefersAnotherKindOfProductToALookAlike() {
        List<Candidate> candidates = List.of(
                candidate("best", 20), candidate("look-alike", 29), candidate("other", -31), candidate("far", 80));

        assertThat(ids(byTotals().build().rank(sought("top"), candidates, 2))).containsExactly("best", "look-alike");
        assertThat(ids(byTotals().lambda(0.5).build().rank(sought("top"), candidates, 2)))
                .containsExactly("best", "other");
    }

    @Test
    void listsAreAsLongAsWantedAndEqualTotalsAreOrderedById() {
        List<Candidate> candidates = List.of(candidate("b", 30), candidate("a", -30), candidate("c", 60));

        assertThat(ids(byTotals().build().rank(sought("top"), candidates, 2))).containsExactly("a", "b");
        assertThat(Recommender.standard().candidates(3)).isEqualTo(100);
        assertThat(Recommender.standard().candidates(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theNoticeComesIfNoProbabilityIsHighEnough() {
        RankingModel model =
                new RankingModel(RankingWeights.NEAREST, Optional.of(new Calibration(Things.SPACE.id(), 10, -5)));
        List<Candidate> near = List.of(candidate("near", 10));
        List<Candidate> far = List.of(candidate("far", 80));

        assertThat(byTotals().model(model).build().rank(sought("top"), near, 1).notice())
                .isEmpty();
        assertThat(byTotals().model(model).build().rank(sought("top"), far, 1).notice())
                .hasValueSatisfying(notice -> assertThat(notice)
                        .isEqualTo("no good match in your catalogue for the top: the best of these is one with a"
                                + " probability of 4 %"));
        assertThat(byTotals()
                        .model(model)
                        .goodFrom(0)
                        .build()
                        .rank(sought("top"), far, 1)
                        .notice())
                .isEmpty();
    }

    @Test
    void anEmptyCatalogueHasNothing() {
        ArticleMatches found = Recommender.standard().rank(sought("top"), List.of(), 5);

        assertThat(found.matches()).isEmpty();
        assertThat(found.notice()).contains("no good match in your catalogue: it has nothing for upper");
    }

    @Test
    void probabilitiesOfAnotherEmbedderAreNotTold() {
        RankingModel model =
                new RankingModel(RankingWeights.NEAREST, Optional.of(new Calibration("other/1/2/cosine", 10, -5)));
        ArticleMatches found = byTotals().model(model).build().rank(sought("top"), List.of(candidate("a", 80)), 1);

        assertThat(found.matches().get(0).probability()).isEmpty();
        assertThat(found.notice()).isEmpty();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recommender.builder().lambda(Double.NaN))
                .withMessageContaining("lambda is 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recommender.builder().goodFrom(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RankingWeights(0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration("space", 0, 1));
    }
}
