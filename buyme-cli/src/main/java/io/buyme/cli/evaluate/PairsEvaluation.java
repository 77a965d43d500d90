package io.buyme.cli.evaluate;

import static java.util.stream.Collectors.groupingBy;

import io.buyme.api.Embedder;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.cli.evaluate.PhotoPairs.Pair;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures whether an article is found again in another photo of the same outfit: each article of one photo of a pair
 * searches for that of its category in the other, among the articles of all photos but its own. For one run, by one
 * thread.
 */
public final class PairsEvaluation {

    private final Embedder embedder;
    private final CropMode mode;
    private final MaskSource masks;
    private final SampleEmbedder run;

    /**
     * Creates an evaluation of this embedder, which the caller closes.
     *
     * @param masks says which pixels show an article
     */
    public PairsEvaluation(Embedder embedder, CropMode mode, MaskSource masks, EmbedProgress progress) {
        this.embedder = embedder;
        this.mode = mode;
        this.masks = masks;
        this.run = new SampleEmbedder(embedder, progress);
    }

    /**
     * Scores the embedder.
     *
     * @param annotations COCO file of the photos
     * @param images folder of the photos
     * @param pairs JSON file, a list of lists of two file names
     * @throws EvaluationException if the pairs cannot be read or none of them gives a query
     * @throws io.buyme.image.coco.CocoException if the annotations cannot be read
     */
    public PairsScore run(Path annotations, Path images, Path pairs) {
        PhotoPairs wanted = PhotoPairs.read(pairs);
        List<PhotoSample> samples = samples(CocoAnnotations.read(annotations), new PhotoFolder(images));
        requireQueries(wanted, samples, annotations, pairs);
        List<Embedded<PhotoSample>> gallery = run.embedAll("crops", samples);
        Map<String, List<Embedded<PhotoSample>>> byPhoto = gallery.stream()
                .collect(groupingBy(entry -> entry.sample().image().fileName()));
        InstanceRetrieval<PhotoSample> retrieval = new InstanceRetrieval<>(gallery);
        int used = 0;
        for (Pair pair : wanted.pairs()) {
            boolean forth = search(pair, byPhoto, retrieval);
            boolean back = search(pair.reversed(), byPhoto, retrieval);
            used += forth || back ? 1 : 0;
        }
        return new PairsScore(
                EmbedderFacts.of(embedder.space(), run),
                mode.label(),
                gallery.size(),
                used,
                wanted.pairs().size() - used,
                retrieval.overall(),
                retrieval.byGroup());
    }

    /** Returns whether there was something to search for. */
    private static boolean search(
            Pair pair, Map<String, List<Embedded<PhotoSample>>> byPhoto, InstanceRetrieval<PhotoSample> retrieval) {
        boolean counted = false;
        for (Embedded<PhotoSample> query : byPhoto.getOrDefault(pair.one(), List.of())) {
            PhotoSample sample = query.sample();
            counted |= retrieval.search(
                    sample.category(),
                    query.embedding(),
                    other -> !other.image().equals(sample.image()),
                    other -> isCategoryOf(pair.other(), sample.category(), other));
        }
        return counted;
    }

    private static boolean isCategoryOf(String photo, String category, PhotoSample sample) {
        return sample.image().fileName().equals(photo) && sample.category().equals(category);
    }

    private List<PhotoSample> samples(CocoAnnotations coco, PhotoFolder photos) {
        List<PhotoSample> samples = new ArrayList<>();
        for (CocoImage image : coco.images()) {
            List<CocoAnnotation> annotations = coco.annotationsOf(image);
            if (mode == CropMode.WHOLE_PHOTO && !annotations.isEmpty()) {
                samples.add(new WholePhoto(image, photos));
            } else {
                annotations.stream()
                        .filter(annotation -> !annotation.crowd())
                        .map(annotation -> garment(coco, annotation, photos))
                        .forEach(samples::add);
            }
        }
        return samples;
    }

    private GarmentCrop garment(CocoAnnotations coco, CocoAnnotation annotation, PhotoFolder photos) {
        String category = coco.categoryOf(annotation).name();
        SuperCategory superCategory = Taxonomy.standard()
                .find(category)
                .orElseThrow(() -> new EvaluationException(
                        "annotation %d is of category '%s', a word that BuyMe's taxonomy does not have; rename it"
                                .formatted(annotation.id(), category)));
        return new GarmentCrop(coco.imageOf(annotation), annotation, category, superCategory, masks, photos);
    }

    /** Embedding takes minutes; that nothing will come of it is said before. */
    private static void requireQueries(PhotoPairs wanted, List<PhotoSample> samples, Path annotations, Path pairs) {
        Map<String, List<PhotoSample>> byPhoto =
                samples.stream().collect(groupingBy(sample -> sample.image().fileName()));
        Optional<Pair> usable = wanted.pairs().stream()
                .filter(pair -> byPhoto.getOrDefault(pair.one(), List.of()).stream()
                        .anyMatch(one -> byPhoto.getOrDefault(pair.other(), List.of()).stream()
                                .anyMatch(other -> other.category().equals(one.category()))))
                .findFirst();
        if (usable.isEmpty()) {
            throw new EvaluationException("%s has no pair of photos that %s both annotates with a category in common"
                    .formatted(pairs, annotations));
        }
    }
}
