package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributeExplainerTest {

    private static final Article ARTICLE =
            new Article("shirt", SuperCategory.UPPER, 0.5, new Box(0, 0, 10, 10), Optional.empty());
    private static final ColorShare NAVY = new ColorShare("dark blue", 0x1a2250, 0.8);
    private static final ColorShare ALMOST_NAVY = new ColorShare("blue", 0x222c5e, 0.9);
    private static final ColorShare RED = new ColorShare("red", 0xc01818, 0.7);
    private static final ColorShare BUTTONS = new ColorShare("white", 0xffffff, 0.02);

    @Test
    void namesWhatIsSharedAndWhatDiffers() {
        Explanation explanation = explain(
                new Attributes(List.of(NAVY, BUTTONS), List.of(new Tag("pattern", "plain", 0.9))),
                new Attributes(List.of(ALMOST_NAVY), List.of(new Tag("pattern", "striped", 0.8))));
        assertThat(explanation.shared()).containsExactly("dark blue");
        assertThat(explanation.differing()).containsExactly("striped instead of plain");
        assertThat(explanation.summary())
                .isEqualTo("t-shirt for the shirt: same colour (dark blue); but striped instead of plain");
    }

    @Test
    void anotherColorIsADifference() {
        Explanation explanation =
                explain(new Attributes(List.of(NAVY), List.of()), new Attributes(List.of(RED), List.of()));
        assertThat(explanation.shared()).isEmpty();
        assertThat(explanation.differing()).containsExactly("red instead of dark blue");
    }

    @Test
    void withoutAttributesTheScoreSpeaks() {
        assertThat(explain(Attributes.NONE, Attributes.NONE).summary())
                .isEqualTo("t-shirt for the shirt: similar in looks (score 0.91)");
    }

    @Test
    void ofSeveralTagsInAGroupOneInCommonIsEnough() {
        Explanation explanation = explain(
                new Attributes(
                        List.of(), List.of(new Tag("pattern", "plain", 0.5), new Tag("pattern", "striped", 0.4))),
                new Attributes(List.of(), List.of(new Tag("pattern", "striped", 0.8))));
        assertThat(explanation.shared()).containsExactly("striped");
        assertThat(explanation.differing()).isEmpty();
    }

    @Test
    void aBodyPartIsNotNamedBesideTheProduct() {
        Article upper = new Article("upper", SuperCategory.UPPER, 0.5, new Box(0, 0, 10, 10), Optional.empty());
        assertThat(explain(upper, Attributes.NONE, Attributes.NONE).summary()).startsWith("t-shirt: ");
        Article both = new Article("one-piece", SuperCategory.ONE_PIECE, 0.5, new Box(0, 0, 10, 10), Optional.empty());
        assertThat(explain(both, Attributes.NONE, Attributes.NONE).summary()).startsWith("t-shirt: ");
    }

    @Test
    void colorsStandSideBySideEachOnce() {
        ColorShare white = new ColorShare("white", 0xffffff, 0.2);
        List<ColorPair> pairs = explain(
                        new Attributes(List.of(NAVY, white), List.of()),
                        new Attributes(List.of(new ColorShare("off-white", 0xf5f2e8, 0.6), ALMOST_NAVY), List.of()))
                .colors();
        assertThat(pairs)
                .extracting(
                        pair -> pair.article().name(), pair -> pair.product().name(), ColorPair::same)
                .containsExactly(tuple("dark blue", "blue", true), tuple("white", "off-white", true));
        assertThat(pairs.get(0).difference()).isBetween(1.0, 12.0);
    }

    @Test
    void colorsOfOtherNamesThatCanBeToldApartAreSimilarOnly() {
        ColorShare brown = new ColorShare("dark brown", 0x4b3322, 0.9);
        ColorShare charcoal = new ColorShare("charcoal", 0x3d3a38, 0.9);
        Explanation explanation =
                explain(new Attributes(List.of(brown), List.of()), new Attributes(List.of(charcoal), List.of()));
        assertThat(explanation.colors().get(0).difference()).isBetween(6.0, 12.0);
        assertThat(explanation.summary()).isEqualTo("t-shirt for the shirt: similar colour (dark brown)");
    }

    @Test
    void aColorThatOnlyOneSideIsKnownForIsNoDifference() {
        Explanation explanation = explain(new Attributes(List.of(NAVY), List.of()), Attributes.NONE);
        assertThat(explanation.differing()).isEmpty();
        assertThat(explanation.colors()).isEmpty();
    }

    @Test
    void shorterSleevesAreNamed() {
        Explanation explanation = explain(
                article("longsleeve", 0.9),
                new Attributes(List.of(NAVY), List.of(new Tag("pattern", "plain", 0.9))),
                new Attributes(List.of(NAVY), List.of(new Tag("pattern", "plain", 0.9))));
        assertThat(explanation.differing()).containsExactly("sleeves are shorter");
        assertThat(explanation.summary())
                .isEqualTo("t-shirt for the longsleeve: same colour (dark blue), also plain; but sleeves are shorter");
    }

    @Test
    void aSureTagOfTheEmbedderSaysWhatAVagueWordOfTheDetectorDoesNot() {
        Attributes sweater = new Attributes(List.of(), List.of(new Tag("article", "sweater", 0.8)));
        assertThat(explain(article("top", 0.9), sweater, Attributes.NONE).differing())
                .containsExactly("sleeves are shorter");
        Attributes perhaps = new Attributes(List.of(), List.of(new Tag("article", "sweater", 0.55)));
        assertThat(explain(article("top", 0.9), perhaps, Attributes.NONE).differing())
                .isEmpty();
    }

    @Test
    void wordsThatContradictEachOtherSayNothing() {
        Attributes sleeveless = new Attributes(List.of(), List.of(new Tag("article", "camisole", 0.9)));
        Explanation explanation = explain(article("longsleeve", 0.9), sleeveless, Attributes.NONE);
        assertThat(explanation.differing()).noneMatch(words -> words.contains("sleeves"));
    }

    @Test
    void anUnsureArticleHasNoCut() {
        assertThat(explain(article("longsleeve", 0.4), Attributes.NONE, Attributes.NONE)
                        .differing())
                .isEmpty();
    }

    @Test
    void theShopsWordCountsMoreThanTheEmbeddersTag() {
        Attributes seenAsSweater = new Attributes(List.of(), List.of(new Tag("article", "sweater", 0.9)));
        assertThat(explain(article("t-shirt", 0.9), Attributes.NONE, seenAsSweater)
                        .summary())
                .isEqualTo("t-shirt: same cut (short sleeves, no collar)");
    }

    @Test
    void wordsOfTheShopCountToo() {
        Product cropped = tee("top", ProductDetails.NONE.withTags(List.of("sleeveless", "new")));
        Explanation explanation = AttributeExplainer.INSTANCE.explain(
                article("t-shirt", 0.9), Attributes.NONE, new DescribedProduct(cropped, Attributes.NONE), 0.9);
        assertThat(explanation.differing()).containsExactly("without sleeves");
    }

    @Test
    void aGuessedCategoryOfAProductIsNotTakenForTheShopsWord() {
        Product guessed = tee("t-shirt", ProductDetails.NONE.withCategoryScore(0.4));
        Explanation explanation = AttributeExplainer.INSTANCE.explain(
                article("longsleeve", 0.9), Attributes.NONE, new DescribedProduct(guessed, Attributes.NONE), 0.9);
        assertThat(explanation.differing()).isEmpty();
    }

    @Test
    void anUnsureTagIsNotHeldAgainstAProduct() {
        assertThat(explain(
                                new Attributes(List.of(), List.of(new Tag("pattern", "plain", 0.55))),
                                new Attributes(List.of(), List.of(new Tag("pattern", "striped", 0.9))))
                        .differing())
                .isEmpty();
    }

    @Test
    void sameColorAndCut() {
        assertThat(explain(
                                article("t-shirt", 0.9),
                                new Attributes(List.of(RED), List.of()),
                                new Attributes(List.of(RED), List.of()))
                        .summary())
                .isEqualTo("t-shirt: same colour (red) and cut (short sleeves, no collar)");
    }

    private static Article article(String category, double score) {
        return new Article(category, SuperCategory.UPPER, score, new Box(0, 0, 10, 10), Optional.empty());
    }

    private static Explanation explain(Attributes seen, Attributes product) {
        return explain(ARTICLE, seen, product);
    }

    private static Explanation explain(Article article, Attributes seen, Attributes product) {
        DescribedProduct tee = new DescribedProduct(tee("t-shirt", ProductDetails.NONE), product);
        return AttributeExplainer.INSTANCE.explain(article, seen, tee, 0.91);
    }

    private static Product tee(String category, ProductDetails details) {
        return new Product(
                "1",
                "Tee",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "1.jpg",
                category,
                SuperCategory.UPPER,
                details);
    }
}
