package io.buyme.image.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.image.coco.CocoException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoAnnotationsTest {

    private static final String SMALL = """
            {"info": {"year": 2026},
             "categories": [{"id": 1, "name": "skirt", "supercategory": "article"}],
             "images": [{"id": 7, "file_name": "a.jpg", "width": 3, "height": 2, "unannotated": true, "mask": null}],
             "annotations": [
              {"id": 1, "image_id": 7, "category_id": 1, "iscrowd": 0, "bbox": [0, 0, 3, 2], "area": 3,
               "segmentation": {"size": [2, 3], "counts": "122O"}, "source": ["x"]},
              {"id": 2, "image_id": 7, "category_id": 1, "iscrowd": 1, "bbox": [0, 0, 3, 2], "area": 3,
               "segmentation": {"size": [2, 3], "counts": [1, 2, 2, 1]}},
              {"id": 3, "image_id": 7, "category_id": 1, "bbox": [0.5, 0, 2, 1.5], "area": 2.5,
               "segmentation": [[0, 0, 2, 0, 2, 2, 0, 2], [2, 1, 3, 1, 3, 2, 2, 2]]},
              {"id": 4, "image_id": 7, "category_id": 1, "bbox": [0, 0, 3, 2]}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void allNotationsOfSegmentationsAreRead() throws IOException {
        CocoAnnotations coco = read(SMALL);
        List<CocoAnnotation> all = coco.annotations();
        Mask checkered = Mask.of(3, 2, (x, y) -> (x == 1) != (y == 1));
        assertThat(all.get(0).mask()).contains(checkered);
        assertThat(all.get(1).mask()).contains(checkered);
        assertThat(all.get(2).mask()).contains(Mask.of(3, 2, (x, y) -> x < 2 || y == 1));
        assertThat(all.get(3).mask()).isEmpty();
        assertThat(all).extracting(CocoAnnotation::crowd).containsExactly(false, true, false, false);
        assertThat(all).extracting(CocoAnnotation::area).containsExactly(3.0, 3.0, 2.5, 6.0);
        assertThat(all.get(2).box()).isEqualTo(new Box(0.5, 0, 2, 1.5));
    }

    @Test
    void someOfTheImagesComeWithTheirAnnotations() throws IOException {
        CocoAnnotations coco = read(SMALL);
        assertThat(coco.ofImages(image -> image.id() == 7).annotations()).isEqualTo(coco.annotations());
        CocoAnnotations none = coco.ofImages(image -> image.id() != 7);
        assertThat(none.images()).isEmpty();
        assertThat(none.annotations()).isEmpty();
        assertThat(none.categories()).isEqualTo(coco.categories());
        assertThat(none.extra()).isEqualTo(coco.extra());
    }

    @Test
    void imagesCategoriesAndFurtherFieldsAreAtHand() throws IOException {
        CocoAnnotations coco = read(SMALL);
        CocoImage image = coco.image("a.jpg").orElseThrow();
        assertThat(coco.image("b.jpg")).isEmpty();
        assertThat(image.flag("unannotated")).isTrue();
        assertThat(image.flag("head_to_feet")).isFalse();
        assertThat(image.extra()).containsEntry("mask", null);
        assertThat(coco.annotationsOf(image)).isEqualTo(coco.annotations());
        CocoAnnotation first = coco.annotations().get(0);
        assertThat(first.extra()).isEqualTo(Map.of("source", List.of("x")));
        assertThat(coco.imageOf(first)).isEqualTo(image);
        assertThat(coco.categoryOf(first).name()).isEqualTo("skirt");
        assertThat(coco.extra()).isEqualTo(Map.of("info", Map.of("year", 2026)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        CocoAnnotations coco = read(SMALL);
        Path file = folder.resolve("written.json");
        coco.write(file);
        CocoAnnotations again = CocoAnnotations.read(file);
        assertThat(again.images()).isEqualTo(coco.images());
        assertThat(again.categories()).isEqualTo(coco.categories());
        assertThat(again.annotations()).isEqualTo(coco.annotations());
        assertThat(again.extra()).isEqualTo(coco.extra());
        assertThat(Files.readString(file)).contains("\"bbox\":[0,0,3,2]", "\"area\":2.5");
    }

    @Test
    void ownMasksCanBeWritten() {
        CocoImage image = CocoImage.of(1, "b.jpg", 20, 10);
        Mask mask = Mask.of(4, 3, 5, 6, (x, y) -> x + y > 8);
        CocoAnnotation annotation = CocoAnnotation.of(1, image, 2, mask);
        Path file = folder.resolve("own.json");
        CocoAnnotations.of(List.of(image), List.of(CocoCategory.of(2, "bag")), List.of(annotation), Map.of())
                .write(file);
        CocoAnnotation again = CocoAnnotations.read(file).annotations().get(0);
        assertThat(again.mask()).contains(mask);
        assertThat(again.box()).isEqualTo(mask.bounds().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"bbox\": [0.5, 0, 2, 1.5]  | \"bbox\": [1, 2]       | BAD_ANNOTATION | id 3: bbox must be four",
                "\"bbox\": [0.5, 0, 2, 1.5]  | \"bbox\": [1, 2, 0, 1] | BAD_ANNOTATION | id 3: a box needs",
                "\"counts\": \"122O\"        | \"counts\": \"12\"     | BAD_ANNOTATION | id 1: the runs have 3 pixels",
                "\"size\": [2, 3]            | \"size\": [3, 2]       | BAD_ANNOTATION | id 1: segmentation.size is",
                "\"counts\": \"122O\"        | \"runs\": 0            | BAD_ANNOTATION | id 1: field 'counts'",
                "[2, 1, 3, 1, 3, 2, 2, 2]    | [2, 1]                 | BAD_ANNOTATION | id 3: an outline",
                "\"id\": 2, \"image_id\": 7  | \"id\": 2, \"image_id\": 8 | BAD_ANNOTATION | annotation 2 is of image 8",
                "\"id\": 2, \"image_id\": 7  | \"id\": 1, \"image_id\": 7 | BAD_ANNOTATION | two annotations have the id 1",
                "\"width\": 3                | \"width\": \"wide\"    | BAD_IMAGE      | id 7: width must be",
                "\"width\": 3                | \"width\": 0           | BAD_IMAGE      | id 7: an image has pixels",
                "\"name\": \"skirt\"         | \"word\": \"skirt\"    | BAD_CATEGORY   | id 1: field 'name' is missing",
                "\"annotations\"             | \"objects\"            | NOT_COCO       | no list 'annotations'",
                "{\"info\"                   | info                   | NOT_COCO       | is no JSON file",
            })
    void whatIsWrongIsNamed(String find, String replacement, Reason reason, String message) {
        assertThat(SMALL).contains(find);
        assertThatThrownBy(() -> read(SMALL.replace(find, replacement)))
                .isInstanceOfSatisfying(
                        CocoException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> CocoAnnotations.read(folder.resolve("none.json")))
                .isInstanceOfSatisfying(
                        CocoException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING))
                .hasMessageContaining("none.json");
    }

    private CocoAnnotations read(String text) throws IOException {
        return CocoAnnotations.read(Files.writeString(folder.resolve("coco.json"), text));
    }
}
