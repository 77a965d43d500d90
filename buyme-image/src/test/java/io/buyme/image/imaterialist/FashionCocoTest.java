package io.buyme.image.imaterialist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Mask;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FashionCocoTest {

    private static final String HEADER = "ImageId,EncodedPixels,Height,Width,ClassId\n";

    private static final FashionLabels LABELS = new FashionLabels(
            List.of(new FashionLabel(6, "pants", "lowerbody", 2), new FashionLabel(23, "shoe", "legs and feet", 2)),
            List.of(
                    new FashionLabel(38, "straight", "silhouette", 1),
                    new FashionLabel(94, "plain", "textile pattern", 1)),
            Map.of("year", 2019));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final List<BadRow> bad = new ArrayList<>();

    @Test
    void pixelsGoDownTheColumnsAndCountFromOne() throws IOException {
        CocoAnnotations coco = read("a.jpg,2 1 4 2,3,2,6_38_94\n");
        CocoAnnotation pants = coco.annotations().get(0);
        // Column 0 has pixels 1 to 3, column 1 has 4 to 6.
        assertThat(pants.mask()).contains(Mask.of(2, 3, (x, y) -> x == 0 ? y == 1 : y < 2));
        assertThat(pants.box()).isEqualTo(new Box(0, 0, 2, 2));
        assertThat(pants.area()).isEqualTo(3);
        assertThat(pants.extra()).isEqualTo(Map.of("attributes", List.of(38, 94)));
        assertThat(coco.categoryOf(pants).name()).isEqualTo("pants");
        assertThat(coco.imageOf(pants)).isEqualTo(CocoImage.of(1, "a.jpg", 2, 3));
        assertThat(bad).isEmpty();
    }

    @Test
    void rowsComeBackAsTheyWere() throws IOException {
        String rows = "a.jpg,2 1 4 2,3,2,6_38_94\nb.jpg,1 1 3 8,3,4,23\na.jpg,1 6,3,2,23_94\n";
        CocoAnnotations coco = read(rows);
        Path json = folder.resolve("coco.json");
        coco.write(json);
        CocoAnnotations again = CocoAnnotations.read(json);
        Path csv = folder.resolve("again.csv");
        FashionCoco.write(again, csv);
        assertThat(csv).hasContent(HEADER + rows);
        assertThat(FashionCoco.labels(again)).isEqualTo(LABELS);
    }

    @Test
    void anyMaskComesBack() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            int width = random.nextInt(1, 12);
            int height = random.nextInt(1, 12);
            double density = random.nextDouble();
            Mask mask = Mask.of(width, height, (x, y) -> x + y == 0 || random.nextDouble() < density);
            RunLengths runs = RunLengths.of(mask, width, height);
            assertThat(EncodedPixels.parse(EncodedPixels.format(runs), width, height))
                    .isEqualTo(runs);
            assertThat(runs.bounds()).isEqualTo(mask.bounds());
        }
    }

    @Test
    void runsThatTouchBecomeOne() {
        assertThat(EncodedPixels.format(EncodedPixels.parse("2 1 3 2", 2, 3))).isEqualTo("2 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'a.jpg,2 1,3,2'; '4 values, want 5'",
                "',2 1,3,2,6'; 'ImageId is empty'",
                "'a.jpg,,3,2,6'; 'EncodedPixels has no run'",
                "'a.jpg,2,3,2,6'; 'EncodedPixels must be pairs, the last number has none beside it'",
                "'a.jpg,3 2 2 1,3,2,6'; 'a run of 1 pixels from 2 on, where the one before ends at 4'",
                "'a.jpg,5 3,3,2,6'; 'EncodedPixels reaches pixel 7, the picture has 6'",
                "'a.jpg,2 x,3,2,6'; 'x'",
                "'a.jpg,2 1,3,0,6'; 'Width must be at least 1, got 0'",
                "'a.jpg,2 1,tall,2,6'; 'Height must be a whole number'",
                "'a.jpg,2 1,3,2,7'; 'ClassId 7 has the unknown class 7'",
                "'a.jpg,2 1,3,2,6_39'; 'ClassId 6_39 has the unknown attribute 39'",
                "'good.jpg,2 1,4,2,6'; 'good.jpg is 2 x 4 here and 2 x 3 before'",
            })
    void badRowsAreNamedAndTheRestGoesOn(String row, String reason) throws IOException {
        CocoAnnotations coco = read("good.jpg,2 1,3,2,6\n" + row + "\ngood.jpg,3 1,3,2,6\n");
        assertThat(coco.annotations()).hasSize(2);
        assertThat(bad).hasSize(1);
        assertThat(bad.get(0).line()).isEqualTo(3);
        assertThat(bad.get(0).reason()).contains(reason);
    }

    @Test
    void columnsMayComeInAnotherOrder() throws IOException {
        Path csv = folder.resolve("other.csv");
        Files.writeString(csv, "ClassId,Width,Height,ImageId,EncodedPixels\n6,2,3,a.jpg,2 1\n");
        assertThat(FashionCoco.read(csv, LABELS, bad::add).annotations()).hasSize(1);
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        Path csv = folder.resolve("other.csv");
        Files.writeString(csv, "id,price\n1,2\n");
        assertThatThrownBy(() -> FashionRowReader.open(csv, LABELS, bad::add))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("EncodedPixels")
                .hasMessageContaining("id,price");
        assertThatThrownBy(() -> FashionRowReader.open(folder.resolve("none.csv"), LABELS, bad::add))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void labelsComeBackFromTheirFile() {
        Path file = folder.resolve("label_descriptions.json");
        LABELS.write(file);
        assertThat(FashionLabels.read(file)).isEqualTo(LABELS);
    }

    @Test
    void otherFilesThanLabelsAreRefused() throws IOException {
        Path file = folder.resolve("labels.json");
        Files.writeString(file, "{\"categories\": [{\"id\": \"x\"}], \"attributes\": []}");
        assertThatThrownBy(() -> FashionLabels.read(file))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("without id or name");
    }

    @Test
    void anObjectWithoutPixelsCannotBecomeARow() {
        CocoAnnotation boxOnly = new CocoAnnotation(9, 1, 1, new Box(0, 0, 1, 1), 1, false, Optional.empty(), Map.of());
        CocoAnnotations coco = CocoAnnotations.of(
                List.of(CocoImage.of(1, "a.jpg", 2, 3)),
                List.of(CocoCategory.of(1, "skirt")),
                List.of(boxOnly),
                Map.of());
        assertThatThrownBy(() -> FashionCoco.write(coco, folder.resolve("out.csv")))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("annotation 9")
                .hasMessageContaining("no pixels");
    }

    private CocoAnnotations read(String rows) throws IOException {
        Path csv = folder.resolve("train.csv");
        Files.writeString(csv, HEADER + rows);
        return FashionCoco.read(csv, LABELS, bad::add);
    }
}
