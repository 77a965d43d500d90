package io.buyme.testkit.lookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookBookTest {

    private final LookBook book = LookBook.withSeed(7);

    @ParameterizedTest
    @EnumSource(View.class)
    void drawsTheSamePhotoTwice(View view) {
        Look look = book.look(3, view);
        Look again = LookBook.withSeed(7).look(3, view);
        assertThat(pixels(again.photo())).isEqualTo(pixels(look.photo()));
        assertThat(again.keypoints()).isEqualTo(look.keypoints());
        assertThat(again.worn()).isEqualTo(look.worn());
    }

    @Test
    void drawsTheSameProductTwice() {
        assertThat(pixels(LookBook.withSeed(7).item(12).picture()))
                .isEqualTo(pixels(book.item(12).picture()));
    }

    @Test
    void drawsAnotherBookFromAnotherSeed() {
        assertThat(pixels(LookBook.withSeed(8).look(0).photo()))
                .isNotEqualTo(pixels(book.look(0).photo()));
    }

    @Test
    void wearsOnlyItemsOfItsOwnBlock() {
        for (int i = 0; i < 4; i++) {
            List<CatalogItem> block = book.catalog((i + 1) * LookBook.BLOCK).subList(i * 8, i * 8 + 8);
            assertThat(book.look(i).worn()).extracting(WornGarment::item).isSubsetOf(block);
        }
    }

    @Test
    void wearsFootwearAndATrunkInEveryFrontView() {
        for (int i = 0; i < 6; i++) {
            assertThat(book.look(i).worn())
                    .extracting(garment -> garment.item().superCategory())
                    .contains(SuperCategory.FOOTWEAR)
                    .containsAnyOf(SuperCategory.UPPER, SuperCategory.ONE_PIECE);
        }
    }

    @Test
    void wearsTheSameOutfitInEveryView() {
        List<CatalogItem> outfit =
                book.look(2).worn().stream().map(WornGarment::item).toList();
        for (View view : View.values()) {
            assertThat(book.look(2, view).worn())
                    .extracting(WornGarment::item)
                    .isNotEmpty()
                    .isSubsetOf(outfit);
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void boxesAreTheBoundsOfMasksThatDoNotOverlap(View view) {
        Look look = book.look(5, view);
        assertThat(look.personMask().bounds()).contains(look.personBox());
        for (WornGarment garment : look.worn()) {
            assertThat(garment.mask().bounds()).contains(garment.box());
            for (WornGarment other : look.worn()) {
                int common = garment.mask().intersectionArea(other.mask());
                assertThat(common)
                        .isEqualTo(garment.equals(other) ? garment.mask().area() : 0);
            }
        }
    }

    @Test
    void bagsAreNoPartOfThePerson() {
        Look look = IntStream.range(0, 20)
                .mapToObj(book::look)
                .filter(any -> wears(any, SuperCategory.BAG))
                .findFirst()
                .orElseThrow();
        for (WornGarment garment : look.worn()) {
            boolean bag = garment.item().superCategory() == SuperCategory.BAG;
            assertThat(look.personMask().intersectionArea(garment.mask()))
                    .isEqualTo(bag ? 0 : garment.mask().area());
        }
    }

    @Test
    void showsAllKeypointsOfAFrontViewInsideThePhoto() {
        for (int i = 0; i < 6; i++) {
            Look look = book.look(i);
            Box photo = new Box(0, 0, look.photo().getWidth(), look.photo().getHeight());
            assertThat(look.keypoints()).hasSize(33).allMatch(point -> photo.contains(point.x(), point.y()));
            assertThat(look.keypoints().get(0).name()).isEqualTo("nose");
            assertThat(x(look, "left_shoulder")).isGreaterThan(x(look, "right_shoulder"));
        }
    }

    @Test
    void turnsTheBackToTheCamera() {
        Look look = book.look(1, View.BACK);
        assertThat(x(look, "left_shoulder")).isLessThan(x(look, "right_shoulder"));
        assertThat(point(look, "nose").score()).isZero();
    }

    @Test
    void cutsHeadOrFeetOffHalfBodies() {
        for (int i = 0; i < 6; i++) {
            Look look = book.look(i, View.HALF_BODY);
            boolean headCut = look.personBox().y() == 0;
            boolean feetCut = look.personBox().bottom() == look.photo().getHeight();
            assertThat(headCut || feetCut).isTrue();
        }
    }

    @Test
    void showsWornClothesInTheColorsOfTheirPictures() {
        for (int i = 0; i < 5; i++) {
            Look look = book.look(i);
            for (WornGarment garment : look.worn()) {
                int worn = meanColor(look.photo(), garment.mask());
                int flat = meanColor(garment.item().picture(), garment.item().flatLayMask());
                assertThat(Colors.distance(worn, flat)).as(garment.toString()).isLessThan(0.25);
            }
        }
    }

    @Test
    void inventsDistinctProducts() {
        Set<Design> designs = new HashSet<>();
        Set<Integer> pictures = new HashSet<>();
        IntStream.range(0, 20_000).forEach(i -> designs.add(book.item(i).design()));
        IntStream.range(0, 80)
                .forEach(i -> pictures.add(
                        java.util.Arrays.hashCode(pixels(book.item(i).picture()))));
        assertThat(designs).hasSize(20_000);
        assertThat(pictures).hasSize(80);
    }

    @Test
    void fillsThePictureWithTheProduct() {
        for (int i = 0; i < 24; i++) {
            CatalogItem item = book.item(i);
            Box box = item.flatLayMask().bounds().orElseThrow();
            assertThat(Math.max(box.width() / FlatLay.WIDTH, box.height() / FlatLay.HEIGHT))
                    .as(item.toString())
                    .isBetween(0.7, 0.95);
        }
    }

    @Test
    void writesAShopAndItsCustomers(@TempDir Path folder) throws IOException {
        book.writeTo(folder, 16, 2);
        List<String> products = Files.readAllLines(folder.resolve("products.csv"));
        assertThat(products).hasSize(17);
        assertThat(products.get(0))
                .isEqualTo("\"id\",\"title\",\"brand\",\"price\",\"currency\",\"link\",\"image\",\"category\"");
        for (CatalogItem item : book.catalog(16)) {
            assertThat(folder.resolve("products/%s/%s.png".formatted(item.category(), item.id())))
                    .exists();
        }
        assertThat(folder.resolve("looks/look-00001-front.png")).exists();
        int worn = book.look(0).worn().size() + book.look(1).worn().size();
        assertThat(Files.readAllLines(folder.resolve("truth.csv"))).hasSize(1 + worn);
    }

    @Test
    void refusesANegativeIndex() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.look(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> book.item(-1)).withMessageContaining("-1");
    }

    private static boolean wears(Look look, SuperCategory category) {
        return look.worn().stream().anyMatch(garment -> garment.item().superCategory() == category);
    }

    private static Keypoint point(Look look, String name) {
        return look.keypoints().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double x(Look look, String name) {
        return point(look, name).x();
    }

    private static int meanColor(BufferedImage image, Mask mask) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (mask.contains(x, y)) {
                    red += Colors.red(image.getRGB(x, y));
                    green += Colors.green(image.getRGB(x, y));
                    blue += Colors.blue(image.getRGB(x, y));
                }
            }
        }
        return Colors.rgb(red / mask.area(), green / mask.area(), blue / mask.area());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
