package io.buyme.cli.evaluate;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Taxonomy;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at annotated photos and measures how well the boxes and masks fit. Photos flagged {@code unannotated} are left
 * out. For one run, by one thread.
 */
public final class DetectEvaluation {

    private final PhotoDetector detector;
    private final DetectProgress progress;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Set<Long> scored = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();

    /** Creates an evaluation of this detector behind this pose classifier, both of which the caller closes. */
    public DetectEvaluation(PoseClassifier pose, ArticleDetector detector, DetectProgress progress) {
        this.detector = new PhotoDetector(pose, detector);
        this.progress = progress;
    }

    /**
     * Scores the detector.
     *
     * @param annotations COCO file of the photos; beside it may be {@code near_duplicates.json}, see {@link PhotoSplit}
     * @param images folder of the photos
     * @param part which of the photos
     * @param drawings what to draw, if anything
     * @throws EvaluationException if there is no photo to look at, or no super-category of a category is known
     * @throws io.buyme.image.coco.CocoException if the annotations cannot be read
     * @throws BuyMeException if a drawing cannot be written
     */
    public DetectScore run(Path annotations, Path images, PhotoPart part, Optional<DetectDrawings> drawings) {
        CocoAnnotations wanted = photos(annotations, part);
        PhotoFolder folder = new PhotoFolder(images);
        int done = 0;
        for (CocoImage image : wanted.images()) {
            look(image, folder).ifPresent(seen -> drawings.ifPresent(to -> to.add(seen, wanted)));
            progress.lookedAt(++done, wanted.images().size());
        }
        return score(wanted.ofImages(image -> scored.contains(image.id())));
    }

    private static CocoAnnotations photos(Path file, PhotoPart part) {
        PhotoSplit split = PhotoSplit.beside(file);
        CocoAnnotations photos = CocoAnnotations.read(file)
                .ofImages(image -> !image.flag("unannotated") && part.has(split, image.fileName()));
        if (photos.images().isEmpty()) {
            throw new EvaluationException("%s has no annotated photo in the part %s".formatted(file, part));
        }
        return photos;
    }

    private Optional<SeenPhoto> look(CocoImage image, PhotoFolder folder) {
        try {
            BufferedImage photo = folder.read(image);
            Detection detection = detector.detect(photo);
            detection.articles().forEach(article -> sightings.add(Sighting.of(image, article)));
            scored.add(image.id());
            return Optional.of(new SeenPhoto(image, photo, detection));
        } catch (BuyMeException e) {
            failures.add(new Failure(image.fileName(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private DetectScore score(CocoAnnotations truth) {
        Labels categories = new CategoryLabels(truth);
        List<String> foreign = sightings.stream()
                .filter(sighting -> categories.categoryOf(sighting).isEmpty())
                .map(Sighting::category)
                .toList();
        LabelScore score = LabelScore.of(categories, sightings);
        return new DetectScore(
                2 * foreign.size() > sightings.size() ? score.withoutDetector() : score,
                LabelScore.of(new SuperCategoryLabels(truth, Taxonomy.standard()), sightings),
                foreign.stream().distinct().sorted().toList(),
                detector.msPerPhoto(),
                scored.size(),
                failures.size(),
                failures);
    }
}
