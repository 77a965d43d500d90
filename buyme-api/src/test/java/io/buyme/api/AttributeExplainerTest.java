package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;

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
                .isEqualTo("t-shirt for the shirt: dark blue as in the photo; but striped instead of plain");
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

    private static Explanation explain(Attributes seen, Attributes product) {
        return explain(ARTICLE, seen, product);
    }

    private static Explanation explain(Article article, Attributes seen, Attributes product) {
        Product tee = new Product(
                "1",
                "Tee",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "1.jpg",
                "t-shirt",
                SuperCategory.UPPER);
        return new AttributeExplainer().explain(article, seen, new DescribedProduct(tee, product), 0.91);
    }
}
