package io.buyme.train;

import io.buyme.train.cam.CamPictures;
import io.buyme.train.data.AnnotatedPhotos;
import io.buyme.train.data.Categories;
import io.buyme.train.data.CategoryPhotos;
import io.buyme.train.data.ClassFolders;
import io.buyme.train.data.Example;
import io.buyme.train.data.GarmentVocabulary;
import io.buyme.train.data.SampleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a run of activation maps has read.
 *
 * @param pictures to learn from and to check with
 * @param skipped a line for each picture that could not be read
 */
record CamData(CamPictures pictures, List<String> skipped) {

    /** Parts of photos are still as sharp as the windows are. */
    private static final double PHOTO_MARGIN = 2.5;

    private static final double PRODUCT_MARGIN = 1.15;

    CamData {
        skipped = List.copyOf(skipped);
    }

    static CamData read(CamRequest request, Consumer<String> log) {
        int size = request.recipe().size();
        int side = (int) (size * PHOTO_MARGIN);
        Categories categories = CategoryPhotos.categories(request.photos());
        AnnotatedPhotos.Split split = CategoryPhotos.list(request.photos(), categories);
        SampleSet photos = SampleSet.readPlain(split.training(), side);
        SampleSet checked = SampleSet.readPlain(split.checking(), side);
        SampleSet products = SampleSet.readPlain(
                request.products().map(folder -> products(folder, categories)).orElse(List.of()),
                (int) (size * PRODUCT_MARGIN));
        List<String> skipped = new ArrayList<>();
        List.of(photos, checked, products).forEach(set -> skipped.addAll(set.skipped()));
        skipped.forEach(line -> log.accept("skipped " + line));
        log.accept("read %d photos and %d product pictures to learn from, %d photos to check with"
                .formatted(
                        photos.samples().size(),
                        products.samples().size(),
                        checked.samples().size()));
        return new CamData(
                new CamPictures(categories.vocabulary(), photos.samples(), products.samples(), checked.samples()),
                skipped);
    }

    private static List<Example> products(Path folder, Categories categories) {
        GarmentVocabulary vocabulary = GarmentVocabulary.standard();
        return ClassFolders.list(folder, vocabulary).stream()
                .map(example ->
                        example.knowing(categories.ofClass(example.className().orElseThrow(), vocabulary)))
                .toList();
    }
}
