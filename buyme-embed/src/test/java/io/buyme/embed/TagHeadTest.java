package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Attributes.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagHeadTest {

    private static final TagHead HEAD = TagHead.parse("""
            category\tdress\t1\t0
            category\tskirt\t1\t0
            pattern\tplain\t1\t0
            pattern\tstriped\t1\t0
            label\tbelt\t1\t0
            label\tcollar\t1\t0
            label\tzip\t1\t-5
            """);

    @Test
    void tellsTheLikeliestOfEachGroupAndAllLikelyLabelsSurestFirst() {
        assertThat(HEAD.read(new float[] {1, 2, 4, 3, 5, 0.5f, 4}))
                .extracting(Tag::name)
                .containsExactly("belt", "plain", "skirt", "collar");
    }

    @Test
    void keepsToItselfWhatIsUnlikely() {
        assertThat(HEAD.read(new float[] {-2, -1, 3, 2, -1, -1, 4}))
                .extracting(Tag::name)
                .containsExactly("plain");
    }

    @Test
    void leavesColorsToThoseWhoMeasureThem() {
        TagHead head = TagHead.parse("color\tred\t1\t0\npattern\tdotted\t1\t0\n");
        assertThat(head.read(new float[] {5, 4})).extracting(Tag::name).containsExactly("dotted");
    }

    @Test
    void calibratesProbabilities() {
        TagHead head = TagHead.parse("label\tbelt\t2\t-1\n");
        List<Tag> tags = head.read(new float[] {1});
        assertThat(tags).hasSize(1);
        assertThat(tags.get(0).score()).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(head.read(new float[] {0.5f})).isEmpty();
    }

    @Test
    void refusesOtherLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TagHead.parse("label belt 1 0"))
                .withMessageContaining("label belt 1 0");
        assertThatIllegalArgumentException().isThrownBy(() -> TagHead.parse("label\tbelt\tone\t0"));
        assertThat(TagHead.parse("").tags()).isEmpty();
    }
}
