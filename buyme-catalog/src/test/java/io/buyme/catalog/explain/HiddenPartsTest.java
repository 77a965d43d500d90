package io.buyme.catalog.explain;

import static io.buyme.catalog.explain.Pictures.crop;
import static io.buyme.catalog.explain.Pictures.white;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenPartsTest {

    private static final int GREEN = 0x00AA00;
    private static final int BEIGE = 0xD8C8AB;

    @Test
    void withoutAMaskTheHiddenPartGetsTheColorOfTheBorder() {
        BufferedImage picture = white(40, 40, BEIGE, 0, 0, 40, 40, GREEN, 10, 10, 20, 20);
        Crop hidden = HiddenParts.hide(crop(picture), List.of(new Box(10, 10, 10, 20)), Fill.BACKGROUND);
        assertThat(rgb(hidden, 12, 15)).isEqualTo(BEIGE);
        assertThat(rgb(hidden, 25, 15)).isEqualTo(GREEN);
        assertThat(picture.getRGB(12, 15) & 0xFFFFFF).as("the picture itself").isEqualTo(GREEN);
    }

    @Test
    void ofAMaskTheHiddenPartIsTakenButItsBoundsStay() {
        Mask mask = Mask.of(40, 40, (x, y) -> x >= 10 && x < 30 && y >= 10 && y < 30);
        Crop hidden = HiddenParts.hide(
                crop(white(40, 40), mask), List.of(new Box(10, 10, 20, 5), new Box(10, 10, 5, 20)), Fill.BACKGROUND);
        Mask left = hidden.mask().orElseThrow();
        assertThat(left.bounds()).isEqualTo(mask.bounds());
        assertThat(left.area()).isBetween(15 * 15, 15 * 15 + 4);
        assertThat(left.contains(20, 20)).isTrue();
        assertThat(left.contains(12, 20)).isFalse();
    }

    @Test
    void theMeanColorLeavesTheMaskAsItIs() {
        Mask mask = Mask.of(40, 40, (x, y) -> x >= 10);
        BufferedImage picture = white(40, 40, 0x640000, 10, 0, 15, 40, 0xC80000, 25, 0, 15, 40);
        Crop hidden = HiddenParts.hide(crop(picture, mask), List.of(new Box(0, 0, 40, 40)), Fill.MEAN);
        assertThat(hidden.mask()).contains(mask);
        assertThat(rgb(hidden, 20, 20)).isEqualTo(0x960000);
    }

    @Test
    void boxesMayReachBeyondThePicture() {
        Crop hidden = HiddenParts.hide(
                crop(white(10, 10, GREEN, 2, 2, 6, 6)), List.of(new Box(-5, -5, 100, 100)), Fill.BACKGROUND);
        assertThat(rgb(hidden, 5, 5)).isEqualTo(0xFFFFFF);
    }

    @Test
    void aMaskThatMarksNothingStaysSo() {
        Crop hidden = HiddenParts.hide(
                crop(white(10, 10), Mask.of(10, 10, (x, y) -> false)), List.of(new Box(0, 0, 5, 5)), Fill.BACKGROUND);
        assertThat(hidden.mask().orElseThrow().area()).isZero();
    }

    private static int rgb(Crop crop, int x, int y) {
        return crop.image().getRGB(x, y) & 0xFFFFFF;
    }
}
