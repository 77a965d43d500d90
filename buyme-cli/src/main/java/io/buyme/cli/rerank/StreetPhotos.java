package io.buyme.cli.rerank;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.DetectionInput;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Ranker.Sought;
import io.buyme.catalog.recommend.GarmentKinds;
import io.buyme.cli.evaluate.EmbedProgress;
import io.buyme.cli.evaluate.EvaluationException;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Annotated photos of people, of which pose classifier and detector find the articles, as they do in the pipeline. */
public final class StreetPhotos {

    /** An article that overlaps an annotated one less is not it. */
    private static final double SAME = 0.5;

    private final Path annotations;
    private final Path images;
    private final PoseClassifier pose;
    private final ArticleDetector detector;

    /**
     * Creates a source of questions.
     *
     * @param annotations COCO file of the photos; of these, only those are used that training left alone
     * @param images folder of the photos
     * @param pose closed by the caller
     * @param detector closed by the caller
     */
    public StreetPhotos(Path annotations, Path images, PoseClassifier pose, ArticleDetector detector) {
        this.annotations = annotations;
        this.images = images;
        this.pose = pose;
        this.detector = detector;
    }

    /**
     * Returns a question for each article that the detector finds and people have annotated. The detector says its
     * category and how sure it is; the annotation says which offers are good: those of its kind of garment.
     */
    List<Question> questions(SamplePart part, List<Offer> offers, Describer describer, EmbedProgress progress) {
        PhotoSplit split = PhotoSplit.beside(annotations);
        CocoAnnotations photos = CocoAnnotations.read(annotations)
                .ofImages(image -> !image.flag("unannotated")
                        && split.isForChecking(image.fileName())
                        && part.has(image.fileName()));
        if (photos.images().isEmpty()) {
            throw new EvaluationException(annotations + " has no annotated photo that training left alone");
        }
        Set<String> labels = new TreeSet<>(offers.stream().map(Offer::label).toList());
        List<Question> questions = new ArrayList<>();
        int done = 0;
        for (CocoImage image : photos.images()) {
            List<Seen> seen = seen(image, photos);
            questions.addAll(describer.describeAll(
                    "articles",
                    seen,
                    Seen::name,
                    Seen::crop,
                    (one, described) -> question(one, described, labelsOfKind(one.truth(), labels))));
            progress.embedded("photos", ++done, photos.images().size());
        }
        return questions;
    }

    private static Question question(Seen seen, Described described, Set<String> good) {
        return new Question(seen.name(), new Sought(seen.article(), described), good, good, Optional.empty());
    }

    private List<Seen> seen(CocoImage image, CocoAnnotations photos) {
        BufferedImage photo = ImageDecoder.standard().decode(images.resolve(image.fileName()));
        List<Seen> seen = new ArrayList<>();
        for (Article article :
                detector.detect(DetectionInput.of(photo, pose.classify(photo))).articles()) {
            photos.annotationsOf(image).stream()
                    .filter(a -> a.box().iou(article.box()) >= SAME)
                    .max(Comparator.comparingDouble(
                            (CocoAnnotation a) -> a.box().iou(article.box())))
                    .ifPresent(truth -> seen.add(new Seen(
                            image.fileName() + "#" + truth.id() + "-" + seen.size(),
                            photo,
                            article,
                            photos.categoryOf(truth).name())));
        }
        return seen;
    }

    private static Set<String> labelsOfKind(String category, Set<String> labels) {
        Set<String> good = new TreeSet<>(labels);
        good.removeIf(label -> GarmentKinds.standard().agreement(category, label) < 1);
        return good;
    }

    /** An article of a photo, and what people say it is. */
    private record Seen(String name, BufferedImage photo, Article article, String truth) {

        Crop crop() {
            try {
                return Crop.of(photo, article);
            } catch (IllegalArgumentException e) {
                throw new BuyMeException(name + " cannot be cut out: " + e.getMessage(), e);
            }
        }
    }
}
