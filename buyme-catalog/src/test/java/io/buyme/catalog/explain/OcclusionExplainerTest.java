package io.buyme.catalog.explain;

import static io.buyme.catalog.explain.Pictures.crop;
import static io.buyme.catalog.explain.Pictures.white;
import static io.buyme.catalog.explain.RedAndBlueEmbedder.BLUE;
import static io.buyme.catalog.explain.RedAndBlueEmbedder.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionExplainerTest {

    /** Red in the top left cell of 7 by 7, blue in the bottom right one. */
    private static final Crop BOTH = crop(white(70, 70, RED, 0, 0, 10, 10, BLUE, 60, 60, 10, 10));

    private static final Crop RED_ONLY = crop(white(70, 140, RED, 20, 40, 10, 20));

    private final RedAndBlueEmbedder embedder = new RedAndBlueEmbedder();
    private final SimilarityExplainer explainer = SimilarityExplainer.occlusion(embedder);

    @Test
    void whatBothPicturesShowIsHottest() {
        SimilarityMaps maps = explainer.explain(BOTH, RED_ONLY);
        assertThat(maps.article().hottestFirst().get(0)).isZero();
        assertThat(maps.product().cell(maps.product().hottestFirst().get(0))).isEqualTo(new Box(20, 40, 10, 20));
    }

    @Test
    void whatOnlyOnePictureShowsSpeaksAgainstTheirSimilarity() {
        SimilarityMap map = explainer.explain(BOTH, RED_ONLY).article();
        assertThat(map.values().get(48)).isNegative();
        assertThat(map.hottestFirst().get(48)).isEqualTo(48);
        // What the embedder does not look at carries nothing.
        assertThat(map.values().get(24)).isCloseTo(0, within(1e-6));
    }

    @Test
    void theSimilarityIsThatOfTheWholePictures() {
        assertThat(explainer.explain(BOTH, RED_ONLY).similarity())
                .isCloseTo(embedder.embed(BOTH).similarity(embedder.embed(RED_ONLY)), within(1e-6));
    }

    @Test
    void theMapCoversTheBoundsOfTheMask() {
        Mask mask = Mask.of(70, 70, (x, y) -> x >= 7 && x < 21 && y >= 14 && y < 35);
        Crop masked = crop(white(70, 70, RED, 0, 0, 70, 70), mask);
        assertThat(explainer.explain(masked, RED_ONLY).article().area()).isEqualTo(new Box(7, 14, 14, 21));
    }

    @Test
    void largePicturesAreExplainedInTheirOwnPixels() {
        Crop large = crop(white(2100, 700, RED, 900, 300, 300, 100));
        SimilarityMap map = explainer.explain(large, RED_ONLY).article();
        assertThat(map.area().width()).isCloseTo(2100, within(1e-6));
        assertThat(map.area().height()).isCloseTo(700, within(1e-6));
        assertThat(map.cell(map.hottestFirst().get(0)).contains(1050, 350)).isTrue();
    }

    @Test
    void theArticleIsTakenApartOnceForAllProducts() {
        List<SimilarityMaps> maps = explainer.explainAll(BOTH, List.of(RED_ONLY, BOTH, RED_ONLY));
        assertThat(maps).hasSize(3);
        assertThat(maps.get(2)).isEqualTo(maps.get(0));
        assertThat(embedder.embedded()).isEqualTo(4 * 50);
        assertThat(explainer.explainAll(BOTH, List.of())).isEmpty();
    }
}
