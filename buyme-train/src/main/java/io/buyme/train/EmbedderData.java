package io.buyme.train;

import io.buyme.train.data.AnnotatedPhotos;
import io.buyme.train.data.ClassFolders;
import io.buyme.train.data.Example;
import io.buyme.train.data.GarmentVocabulary;
import io.buyme.train.data.Sample;
import io.buyme.train.data.SampleSet;
import io.buyme.train.data.TaggedPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pictures of a run, in memory.
 *
 * @param products product pictures to learn from
 * @param photos articles of photos to learn from
 * @param checkedProducts product pictures never learned from
 * @param checkedPhotos articles of photos never learned from
 * @param skipped a line for each picture that could not be read
 */
record EmbedderData(
        List<Sample> products,
        List<Sample> photos,
        List<Sample> checkedProducts,
        List<Sample> checkedPhotos,
        List<String> skipped) {

    /** Room for shifts and turns beyond the size of the inputs. */
    private static final double MARGIN = 1.14;

    static EmbedderData read(EmbedderRequest request, Consumer<String> log) {
        int side = (int) (request.recipe().schedule().largestSize() * MARGIN);
        GarmentVocabulary vocabulary = GarmentVocabulary.standard();
        List<String> skipped = new ArrayList<>();
        Path root = request.products();
        List<Sample> products = read(ClassFolders.list(root.resolve("train"), vocabulary), side, skipped);
        List<Sample> checked = read(ClassFolders.list(root.resolve("validation"), vocabulary), side, skipped);
        List<Example> photos = new ArrayList<>();
        List<Example> checkedPhotos = new ArrayList<>();
        request.photos().ifPresent(folder -> {
            AnnotatedPhotos.Split split = AnnotatedPhotos.list(folder, vocabulary);
            photos.addAll(split.training());
            checkedPhotos.addAll(split.checking());
            if (request.taggedPhotos()) {
                photos.addAll(TaggedPhotos.list(folder).training());
            }
        });
        EmbedderData data = new EmbedderData(
                products, read(photos, side, skipped), checked, read(checkedPhotos, side, skipped), skipped);
        log.accept("read %d product pictures and %d articles of photos to learn from, %d and %d to check with"
                .formatted(products.size(), data.photos.size(), checked.size(), data.checkedPhotos.size()));
        skipped.forEach(line -> log.accept("skipped " + line));
        return data;
    }

    private static List<Sample> read(List<Example> examples, int side, List<String> skipped) {
        SampleSet set = SampleSet.read(examples, side);
        skipped.addAll(set.skipped());
        return set.samples();
    }

    List<Sample> training() {
        List<Sample> all = new ArrayList<>(products);
        all.addAll(photos);
        return all;
    }

    List<Sample> checked() {
        List<Sample> all = new ArrayList<>(checkedProducts);
        all.addAll(checkedPhotos);
        return all;
    }
}
