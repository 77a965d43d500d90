package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Crop;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class DominantColorsTest {

    private static final Color NAVY = new Color(0x24396B);
    private static final Color RED = new Color(0xC81D25);

    @Test
    void namesOneColorForPlainClothWithFolds() {
        List<ColorShare> colors = colors(Drawings.worn(Drawings.plain(NAVY)));
        assertThat(colors).hasSize(1);
        assertThat(colors.get(0).name()).isEqualTo("dark blue");
        assertThat(colors.get(0).share()).isCloseTo(1, within(0.02));
    }

    @Test
    void namesBothColorsOfStripesWithTheirShares() {
        List<ColorShare> colors = colors(Drawings.worn(Drawings.stripes(NAVY, RED, 40, 90)));
        assertThat(colors).extracting(ColorShare::name).containsExactlyInAnyOrder("dark blue", "dark red");
        assertThat(colors.get(0).share()).isBetween(0.35, 0.6);
        assertThat(colors.get(1).share()).isBetween(0.35, 0.6);
    }

    @Test
    void leavesTheGroundOfAProductPictureOut() {
        assertThat(colors(Drawings.product(Drawings.plain(RED))))
                .extracting(ColorShare::name)
                .containsExactly("red");
    }

    @Test
    void listsNoNameTwice() {
        List<ColorShare> colors = colors(Drawings.worn(Drawings.blotches(RED, new Color(0x8A2A30), 3)));
        assertThat(colors).extracting(ColorShare::name).doesNotHaveDuplicates();
        assertThat(colors.stream().mapToDouble(ColorShare::share).sum()).isLessThanOrEqualTo(1 + 1e-9);
    }

    private static List<ColorShare> colors(Crop crop) {
        return DominantColors.of(new ArticleFinder(ArticleFinder.USUAL_SIZE).find(crop));
    }
}
