package io.buyme.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.coco.PhotoSplit;
import io.buyme.train.data.TagKnowledge.State;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPicturesTest {

    private static final GarmentVocabulary VOCABULARY = GarmentVocabulary.standard();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void pictureFoldersAreClassesAndBrokenPicturesAreNamed() throws IOException {
        write(folder.resolve("shirt/a.png"), 0xff0000);
        write(folder.resolve("t-shirt/only.png"), 0x0000ff);
        Files.writeString(folder.resolve("shirt/b.jpg"), "this is no picture");

        SampleSet set = SampleSet.read(ClassFolders.list(folder, VOCABULARY), 16);

        assertThat(set.samples())
                .extracting(sample -> sample.example().className().orElseThrow())
                .containsExactly("shirt", "t-shirt");
        assertThat(set.skipped()).singleElement().asString().startsWith("shirt/b.jpg: ");
        assertThat(set.samples().get(0).cutout().width()).isEqualTo(16);
    }

    @Test
    void aFolderWithoutClassesIsAnError() {
        assertThatThrownBy(() -> ClassFolders.list(folder, VOCABULARY))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("a folder for each class");
    }

    @Test
    void whatAClassMayBeIsNeitherThereNorNot() {
        TagKnowledge shirt = VOCABULARY.ofClass("shirt");

        assertThat(shirt.state(new TagName("article", "shirt"))).isEqualTo(State.PRESENT);
        assertThat(shirt.state(new TagName("article", "blouse"))).isEqualTo(State.UNKNOWN);
        assertThat(shirt.state(new TagName("article", "hat"))).isEqualTo(State.ABSENT);
        assertThat(shirt.state(new TagName("color", "red"))).isEqualTo(State.UNKNOWN);
    }

    @Test
    void colorsAreMeasured() throws IOException {
        write(folder.resolve("shirt/a.png"), 0xc81d25);

        Sample sample = SampleSet.read(ClassFolders.list(folder, VOCABULARY), 16)
                .samples()
                .get(0);

        assertThat(sample.example().tags().present()).contains(new TagName("color", "red"));
        assertThat(sample.example().tags().state(new TagName("color", "blue"))).isEqualTo(State.ABSENT);
    }

    @Test
    void anArticleOfAPhotoIsCutOutWithItsMask() throws IOException {
        annotatedPhoto();

        AnnotatedPhotos.Split split = AnnotatedPhotos.list(folder, VOCABULARY);
        Example example = Optional.of(split.training())
                .filter(list -> !list.isEmpty())
                .orElse(split.checking())
                .get(0);
        Crop crop = example.picture().read();

        assertThat(example.className()).contains("hat");
        assertThat(example.domain()).isEqualTo(Domain.STREET);
        assertThat(crop.mask().orElseThrow().area()).isEqualTo(200);
        assertThat(crop.image().getWidth()).isBetween(20, 24);
    }

    private void annotatedPhoto() throws IOException {
        write(folder.resolve("photos/1.png"), 0x00ff00);
        BufferedImage mask = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200; i++) {
            mask.getRaster().setSample(10 + i % 20, 5 + i / 20, 0, 3);
        }
        Files.createDirectories(folder.resolve("masks"));
        ImageIO.write(mask, "png", folder.resolve("masks/1.png").toFile());
        Files.writeString(folder.resolve("labels.txt"), "0\tnull\n3\that\n");
        Files.writeString(folder.resolve("ccp.json"), """
                {"images": [{"id": 1, "file_name": "1.png", "mask_file": "1.png"},
                            {"id": 2, "file_name": "2.png", "mask_file": "2.png", "unannotated": true}],
                 "annotations": [
                   {"id": 7, "image_id": 1, "source_labels": [{"label": "hat", "bbox": [10, 5, 20, 10], "area": 200}]},
                   {"id": 8, "image_id": 2, "source_labels": [{"label": "hat", "bbox": [1, 1, 9, 9], "area": 200}]},
                   {"id": 9, "image_id": 1, "source_labels": [{"label": "hat", "bbox": [1, 1, 9, 9], "area": 9}]}]}
                """);
    }

    @Test
    void nearDuplicatesAreOnTheSameSide() throws IOException {
        PhotoSplit alone = PhotoSplit.of(folder);
        List<String> names = java.util.stream.IntStream.range(0, 200)
                .mapToObj("%04d.jpg"::formatted)
                .toList();
        String checked = names.stream().filter(alone::isForChecking).findFirst().orElseThrow();
        String learned = names.stream()
                .filter(name -> !alone.isForChecking(name))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("near_duplicates.json"), "[[\"%s\", \"%s\"]]".formatted(checked, learned));

        PhotoSplit paired = PhotoSplit.of(folder);

        assertThat(paired.isForChecking(checked)).isEqualTo(paired.isForChecking(learned));
        assertThat(names.stream().filter(alone::isForChecking).count()).isBetween(10L, 30L);
    }

    @Test
    void ofWholePhotosOnlyTheCategoriesAreKnown() throws IOException {
        categorizedPhotos();

        Categories categories = CategoryPhotos.categories(folder);
        AnnotatedPhotos.Split split = CategoryPhotos.list(folder, categories);
        List<Example> all = Stream.concat(split.training().stream(), split.checking().stream())
                .sorted(Comparator.comparing(Example::id))
                .toList();

        assertThat(categories.names()).containsExactly("hat", "top");
        assertThat(all).extracting(Example::id).containsExactly("photos/1.png", "tagged/9.png");
        float[] row = new float[2];
        categories.vocabulary().write(all.get(0).tags(), row, 0);
        assertThat(row).containsExactly(1, 0);
        categories.vocabulary().write(all.get(1).tags(), row, 0);
        assertThat(row).containsExactly(0, 1);
    }

    @Test
    void aProductPictureShowsOneCategoryAndNoOther() throws IOException {
        categorizedPhotos();
        Categories categories = CategoryPhotos.categories(folder);

        float[] row = new float[2];
        categories.vocabulary().write(categories.ofClass("shirt", VOCABULARY), row, 0);
        assertThat(row).containsExactly(0, 1);
        categories.vocabulary().write(categories.ofClass("unheard of", VOCABULARY), row, 0);
        assertThat(row).containsExactly(-1, -1);
    }

    @Test
    void aMappingToAnUnknownCategoryIsAnError() throws IOException {
        categorizedPhotos();
        Files.writeString(folder.resolve("mapping.json"), "{\"label_to_category\": {\"cape\": \"outerwear\"}}");

        assertThatThrownBy(() -> CategoryPhotos.categories(folder))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("'cape' to 'outerwear', which is none of [hat, top]");
    }

    private void categorizedPhotos() throws IOException {
        Files.writeString(folder.resolve("ccp.json"), """
                {"images": [{"id": 1, "file_name": "1.png", "width": 40, "height": 40},
                            {"id": 2, "file_name": "2.png", "width": 40, "height": 40, "unannotated": true}],
                 "categories": [{"id": 1, "name": "hat"}, {"id": 2, "name": "top"}],
                 "annotations": [{"id": 7, "image_id": 1, "category_id": 1, "bbox": [10, 5, 20, 10], "area": 200}]}
                """);
        Files.writeString(folder.resolve("tags.json"), "{\"9.png\": [\"skin\", \"shirt\"]}");
        Files.writeString(
                folder.resolve("mapping.json"),
                "{\"label_to_category\": {\"skin\": null, \"shirt\": \"top\", \"t-shirt\": \"top\", \"hat\": \"hat\"}}");
    }

    @Test
    void theVocabularyHasTheTagsThatAreSeenOftenEnough() throws IOException {
        write(folder.resolve("hat/a.png"), 0xff0000);
        write(folder.resolve("hat/b.png"), 0x00ff00);
        write(folder.resolve("dress/c.png"), 0x0000ff);
        List<Sample> samples =
                SampleSet.read(ClassFolders.list(folder, VOCABULARY), 16).samples();

        TagVocabulary vocabulary = TagVocabulary.of(samples, 2);

        assertThat(vocabulary.tags()).contains(new TagName("article", "hat"));
        assertThat(vocabulary.tags()).doesNotContain(new TagName("article", "dress"));
        float[] row = new float[vocabulary.size()];
        vocabulary.write(new TagKnowledge(Set.of(), Set.of(), Set.of("article")), row, 0);
        assertThat(row[vocabulary.tags().indexOf(new TagName("article", "hat"))])
                .isZero();
    }

    private static void write(Path file, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 40; i++) {
            image.setRGB(i % 40, i / 40, rgb);
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
