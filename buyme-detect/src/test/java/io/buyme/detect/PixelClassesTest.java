package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.onnx.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelClassesTest {

    /** The region of a photo of 60 by 50 pixels that maps are laid over; a part of it is beyond the photo. */
    private static final Box REGION = new Box(7.3, -11.5, 30, 60);

    private static final View VIEW = new View(60, 50, new Placement(REGION, new Box(0, 0, 64, 128), false));

    @Test
    void givesEachPixelTheClassWhoseBlendIsLargest() {
        Random random = new Random(5);
        int classes = 6;
        float[] values = new float[classes * 7 * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * (i % 5);
        }
        PixelClasses pixels = PixelClasses.of(new ClassMap(values, classes, 7, 9), VIEW);
        assertThat(pixels.x()).isEqualTo(7);
        assertThat(pixels.y()).isZero();
        assertThat(pixels.width()).isEqualTo(30);
        assertThat(pixels.height()).isEqualTo(48);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < classes; c++) {
                    most = Math.max(most, blend(values, c, pixels.x() + x, pixels.y() + y));
                }
                assertThat(blend(values, pixels.at(x, y), pixels.x() + x, pixels.y() + y))
                        .isGreaterThan(most - 1e-4);
            }
        }
    }

    @Test
    void givesEachPixelTheClassOfItsCell() {
        PixelClasses pixels = PixelClasses.ofNearest(new short[] {1, 2, 3, 4}, 2, 2, VIEW);
        assertThat(pixels.at(0, 0)).isEqualTo(1);
        assertThat(pixels.at(14, 0)).isEqualTo(1);
        assertThat(pixels.at(15, 0)).isEqualTo(2);
        assertThat(pixels.at(14, 17)).isEqualTo(1);
        assertThat(pixels.at(14, 18)).isEqualTo(3);
        assertThat(pixels.at(29, 47)).isEqualTo(4);
    }

    @Test
    void findsPiecesThatTouchAlongEdges() {
        PixelClasses pixels = drawing(
                "aa..bb", //
                "a.a..b", "aaa.bb", "......", "aaa..a");
        Map<Integer, List<Piece>> pieces = Pieces.of(pixels, c -> c != 0);
        assertThat(pieces.get(1)).extracting(Piece::area).containsExactly(7, 3, 1);
        assertThat(pieces.get(2)).extracting(Piece::area).containsExactly(5);
        Mask mask = Piece.mask(pieces.getOrDefault(1, List.of()), pixels);
        assertThat(mask.area()).isEqualTo(11);
        assertThat(mask.bounds()).contains(new Box(0, 0, 6, 5));
        assertThat(mask.contains(1, 1)).isFalse();
        assertThat(mask.contains(2, 1)).isTrue();
    }

    @Test
    void leavesOutUnwantedClassesAndCrumbs() {
        PixelClasses pixels = drawing("a".repeat(40), "a".repeat(40), ".".repeat(40), "a" + ".".repeat(38) + "b");
        Map<Integer, List<Piece>> pieces = Pieces.of(pixels, c -> c == 1);
        assertThat(pieces).containsOnlyKeys(1);
        assertThat(pieces.get(1)).extracting(Piece::area).containsExactly(80);
    }

    @Test
    void tellsHowSureANetworkIsOfAPiece() {
        float[] logits = {0, 0, 0, 0, 3, 3, -9, -9};
        ClassMap map = new ClassMap(logits, 2, 2, 2);
        PixelClasses pixels = PixelClasses.of(map, VIEW);
        List<Piece> piece = Pieces.of(pixels, c -> c == 1).getOrDefault(1, List.of());
        assertThat(new PieceCertainty(map, 0, pixels).of(piece)).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-6));
    }

    @Test
    void pastesAMaskBilinearly() {
        Optional<Mask> mask =
                new PastedMask(new float[] {1, 0, 1, 0}, 2, 2).over(new Box(10, 10, 8, 4), new Box(10, 10, 8, 4));
        assertThat(mask.flatMap(Mask::bounds)).contains(new Box(10, 10, 4, 4));
    }

    @Test
    void pastesOnlyWholePixelsOfABox() {
        PastedMask all = new PastedMask(new float[] {1}, 1, 1);
        Box box = new Box(10.5, 10.25, 3.25, 2.5);
        assertThat(all.over(box, box).flatMap(Mask::bounds)).contains(new Box(11, 11, 2, 1));
        assertThat(all.over(new Box(1.25, 1, 0.5, 1), new Box(1.25, 1, 0.5, 1))).isEmpty();
        assertThat(new PastedMask(new float[] {0.2f}, 1, 1).over(box, box)).isEmpty();
    }

    private static double blend(float[] values, int category, int x, int y) {
        double u = Math.min(6, Math.max(0, (x + 0.5 - REGION.x()) / REGION.width() * 7 - 0.5));
        double v = Math.min(8, Math.max(0, (y + 0.5 - REGION.y()) / REGION.height() * 9 - 0.5));
        int left = (int) u;
        int top = (int) v;
        double sum = 0;
        for (int dy = 0; dy <= 1; dy++) {
            for (int dx = 0; dx <= 1; dx++) {
                double weight = (dx == 0 ? 1 - u + left : u - left) * (dy == 0 ? 1 - v + top : v - top);
                sum += weight * values[category * 63 + Math.min(8, top + dy) * 7 + Math.min(6, left + dx)];
            }
        }
        return sum;
    }

    private static PixelClasses drawing(String... rows) {
        int width = rows[0].length();
        short[] classes = new short[width * rows.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (short) Math.max(0, rows[i / width].charAt(i % width) - 'a' + 1);
        }
        Box box = new Box(0, 0, width, rows.length);
        return PixelClasses.ofNearest(
                classes, width, rows.length, new View(width, rows.length, new Placement(box, box, false)));
    }
}
