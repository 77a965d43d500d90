package io.buyme.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    private static final int GREY = 0x808080;
    private static final int BLUE = 0x3D9BE9;

    @Test
    void framesABoxAndLeavesTheRestAlone() {
        BufferedImage photo = photo(300, 300);

        BufferedImage drawn =
                Overlay.on(photo).box(new Box(100, 120, 80, 60), "", BLUE).draw();

        assertThat(rgb(drawn, 140, 120)).isNotEqualTo(GREY);
        assertThat(rgb(drawn, 100, 150)).isNotEqualTo(GREY);
        assertThat(changed(drawn, new Box(98, 118, 84, 64))).isZero();
        assertThat(rgb(drawn, 140, 150)).isEqualTo(GREY);
    }

    @Test
    void neverChangesThePhoto() {
        BufferedImage photo = photo(50, 40);

        Overlay.on(photo).box(new Box(10, 10, 20, 20), "a", BLUE).draw();

        assertThat(changed(photo, new Box(-2, -2, 1, 1))).isZero();
    }

    @Test
    void tintsTheMaskAndStressesItsEdge() {
        Mask mask = Mask.of(100, 100, 50, 50, (x, y) -> true);

        BufferedImage drawn = Overlay.on(photo(300, 300)).mask(mask, 0xff0000).draw();

        assertThat(red(drawn, 125, 125)).isBetween(150, 170);
        assertThat(red(drawn, 100, 125)).isGreaterThan(220);
        assertThat(changed(drawn, new Box(100, 100, 50, 50))).isZero();
    }

    @Test
    void shapesMayReachBeyondThePhoto() {
        Mask mask = Mask.of(-20, -20, 200, 200, (x, y) -> true);

        BufferedImage drawn = Overlay.on(photo(60, 40))
                .mask(mask, 0xff0000)
                .box(new Box(-50, -50, 500, 500), "everything", BLUE)
                .draw();

        assertThat(drawn.getWidth()).isEqualTo(60);
        assertThat(red(drawn, 30, 35)).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource({"30,20", "100,100", "550,830", "1200,1600"})
    void labelsAreReadableAtEverySize(int width, int height) {
        BufferedImage drawn = Overlay.on(photo(width, height))
                .box(new Box(width * 0.9, height * 0.9, width * 0.3, height * 0.3), "jacket, 0.93", 0xffff00)
                .draw();

        // Yellow plate, black ink: both are there, apart from the frame at the lower right.
        int plate = 0;
        int ink = 0;
        for (int y = 0; y < height * 0.88; y++) {
            for (int x = 0; x < width; x++) {
                plate += rgb(drawn, x, y) == 0xffff00 ? 1 : 0;
                ink += red(drawn, x, y) < 0x60 ? 1 : 0;
            }
        }
        assertThat(plate).isGreaterThan(10);
        assertThat(ink).isGreaterThan(2);
    }

    @Test
    void labelsOfOneBoxDoNotHideEachOther() {
        Box box = new Box(40, 100, 100, 100);
        BufferedImage one =
                Overlay.on(photo(300, 300)).box(box, "same", 0xffff00).draw();
        BufferedImage two = Overlay.on(photo(300, 300))
                .box(box, "same", 0xffff00)
                .box(box, "same", 0xffff00)
                .draw();

        assertThat(count(two, 0xffff00)).isGreaterThan(count(one, 0xffff00) * 5 / 4);
    }

    @Test
    void anyPhotoTakesAnyLabel() {
        for (int side : new int[] {1, 2, 5, 13}) {
            BufferedImage drawn = Overlay.on(photo(side, side))
                    .box(new Box(0, 0, side, side), "a long label for a small photo", BLUE)
                    .draw();
            assertThat(drawn.getWidth()).isEqualTo(side);
        }
    }

    @Test
    void joinsPointsByNameInOrderlessLists() {
        BufferedImage drawn = Overlay.on(photo(300, 300))
                .skeleton(pose(
                        new Keypoint("left_knee", 150.5, 200, 1),
                        new Keypoint("nose", 20, 20, 1),
                        new Keypoint("left_hip", 150.5, 100, 1)))
                .draw();

        assertThat(rgb(drawn, 150, 150)).isEqualTo(0xFFB020);
        assertThat(rgb(drawn, 85, 60)).as("nothing joins nose and hip").isEqualTo(GREY);
        assertThat(red(drawn, 20, 20)).isGreaterThan(230);
    }

    @Test
    void drawsTheFeetAndHandsThatOnlyBlazePoseHas() {
        BufferedImage drawn = Overlay.on(photo(300, 300))
                .skeleton(pose(
                        new Keypoint("right_heel", 50, 200.5, 1),
                        new Keypoint("right_foot_index", 150, 200.5, 1),
                        new Keypoint("right_wrist", 50, 50.5, 1),
                        new Keypoint("right_index", 150, 50.5, 1)))
                .draw();

        assertThat(rgb(drawn, 100, 200)).isEqualTo(0x28C8F0);
        assertThat(rgb(drawn, 100, 50)).isEqualTo(0x28C8F0);
    }

    @Test
    void unsurePointsAreFainter() {
        BufferedImage drawn = Overlay.on(photo(300, 300))
                .skeleton(pose(new Keypoint("nose", 50, 50, 1), new Keypoint("mouth_left", 200, 200, 0.1)))
                .draw();

        int sure = Math.abs(red(drawn, 50, 50) - 0x80);
        int unsure = Math.abs(red(drawn, 200, 200) - 0x80);
        assertThat(unsure).isPositive().isLessThan(sure / 2);
    }

    @Test
    void transparentPhotosAreDrawnOnWhite() {
        BufferedImage clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);

        assertThat(rgb(Overlay.on(clear).draw(), 5, 5)).isEqualTo(0xffffff);
    }

    @Test
    void everySuperCategoryHasItsOwnColor() {
        assertThat(Arrays.stream(SuperCategory.values()).map(Palette::of)).doesNotHaveDuplicates();
    }

    private static BufferedImage photo(int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(RgbPixels.of(photo), GREY);
        return photo;
    }

    private static Pose pose(Keypoint... points) {
        return new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), List.of(points), Optional.empty(), Optional.empty(), List.of());
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    private static int red(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 16) & 0xff;
    }

    private static int count(BufferedImage image, int rgb) {
        return (int) Arrays.stream(RgbPixels.of(image))
                .filter(pixel -> (pixel & 0xffffff) == rgb)
                .count();
    }

    private static int changed(BufferedImage image, Box except) {
        int changed = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                changed += !except.contains(x, y) && rgb(image, x, y) != GREY ? 1 : 0;
            }
        }
        return changed;
    }
}
