package io.buyme.catalog.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.LabColor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final ColorShare RED = new ColorShare("red", 0xCC0000, 0.6);
    private static final ColorShare WHITE = new ColorShare("white", 0xFFFFFF, 0.4);
    private static final ColorShare BLACK = new ColorShare("black", 0x000000, 1);

    @Test
    void equalColorsAgreeAndOppositeOnesContradict() {
        assertThat(ColorAgreement.of(List.of(RED, WHITE), List.of(WHITE, RED))).isCloseTo(1, within(1e-9));
        assertThat(ColorAgreement.of(List.of(BLACK), List.of(new ColorShare("white", 0xFFFFFF, 1))))
                .isEqualTo(-1);
        assertThat(ColorAgreement.of(List.of(RED), List.of())).isZero();
    }

    @Test
    void sharesAreMovedToTheNearestColors() {
        double difference = LabColor.ofRgb(0xCC0000).difference(LabColor.ofRgb(0xD81818));
        double agreement = ColorAgreement.of(List.of(RED, WHITE), List.of(new ColorShare("red", 0xD81818, 0.6), WHITE));

        assertThat(agreement).isCloseTo(1 - 0.6 * difference / 20, within(1e-9));
    }

    @Test
    void colorAgreementIsSymmetric() {
        List<ColorShare> one = List.of(RED, WHITE);
        List<ColorShare> other = List.of(new ColorShare("pink", 0xFFAAAA, 0.9));

        assertThat(ColorAgreement.of(one, other)).isCloseTo(ColorAgreement.of(other, one), within(1e-9));
    }

    @Test
    void tagsAgreeGroupByGroupAsFarAsTheyAreSure() {
        Tag striped = new Tag("pattern", "striped", 0.8);
        Tag plain = new Tag("pattern", "plain", 0.6);
        Tag jeans = new Tag("label", "jeans", 0.9);

        assertThat(TagAgreement.of(List.of(striped), List.of(striped))).isCloseTo(0.8, within(1e-9));
        assertThat(TagAgreement.of(List.of(striped), List.of(plain))).isCloseTo(-0.6, within(1e-9));
        assertThat(TagAgreement.of(List.of(striped, jeans), List.of(striped))).isCloseTo(0.8, within(1e-9));
        assertThat(TagAgreement.of(List.of(striped), List.of(jeans))).isZero();
        assertThat(TagAgreement.of(List.of(), List.of())).isZero();
    }

    @Test
    void kindsKnowGeneralWordsAndWordsWithinThem() {
        GarmentKinds kinds = GarmentKinds.standard();

        assertThat(kinds.agreement("top", "T-Shirt")).isEqualTo(1);
        assertThat(kinds.agreement("tank top", "tank_top")).isEqualTo(1);
        assertThat(kinds.agreement("shirt", "t-shirt")).isZero();
        assertThat(kinds.agreement("skirt", "jeans")).isEqualTo(-1);
        assertThat(kinds.agreement("upper", "jeans")).isZero();
        assertThat(kinds.agreement("dirndl", "dirndl")).isEqualTo(1);
    }
}
