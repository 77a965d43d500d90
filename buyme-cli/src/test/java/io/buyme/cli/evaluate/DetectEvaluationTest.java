package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import io.buyme.image.ImageDecoder;
import io.buyme.image.ImageEncoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors that say what they are told to, on blank photos that differ in width only. */
class DetectEvaluationTest {

    private static final CocoImage COAT = CocoImage.of(1, "coat.png", 200, 300);
    private static final CocoImage PANTS = CocoImage.of(2, "pants.png", 210, 300);
    private static final Mask TOP = rectangle(80, 60, 40, 60);
    private static final Mask OUTERWEAR = rectangle(60, 60, 90, 130);
    private static final Mask WORN_PANTS = rectangle(70, 150, 60, 120);
    private static final Mask BELT = rectangle(70, 145, 60, 8);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final List<CocoAnnotation> annotations = new ArrayList<>();
    private final ToldDetector detector = new ToldDetector();

    @Test
    void aDetectorThatSeesWhatIsAnnotatedScoresOneHoweverItIsCalled() throws IOException {
        annotateAll();
        detector.sees(COAT, article("Outerwear", SuperCategory.UPPER, 0.8, OUTERWEAR));
        detector.sees(COAT, article("top", SuperCategory.UPPER, 0.9, TOP));
        detector.sees(PANTS, article("pants", SuperCategory.LOWER, 0.9, WORN_PANTS));
        detector.sees(PANTS, article("accessory", SuperCategory.ACCESSORY, 0.9, BELT));

        DetectScore score = run(PhotoPart.ALL);

        for (LabelScore labels : List.of(score.categories(), score.superCategories())) {
            assertThat(labels.overall()).isEqualTo(new DetectFigures(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0));
            assertThat(labels.withoutAccessory()).isEqualTo(labels.overall());
            assertThat(labels.centerBox().detector()).isEqualTo(1);
        }
        assertThat(score.categories().byCategory()).containsOnlyKeys("accessory", "outerwear", "pants", "top");
        assertThat(score.superCategories().byCategory()).containsOnlyKeys("accessory", "lower", "upper");
        assertThat(figures(score.superCategories(), "upper").annotations()).isEqualTo(2);
        assertThat(score.foreignCategories()).isEmpty();
        assertThat(score.photos()).isEqualTo(2);
        assertThat(score.msPerPhoto()).isNotNull();
    }

    @Test
    void aDetectorWithCoarserWordsIsScoredBySuperCategoriesAlone() throws IOException {
        annotateAll();
        detector.sees(COAT, article("upper", SuperCategory.UPPER, 0.9, OUTERWEAR));
        detector.sees(PANTS, article("lower", SuperCategory.LOWER, 0.9, WORN_PANTS));

        DetectScore score = run(PhotoPart.ALL);

        assertThat(score.foreignCategories()).containsExactly("lower", "upper");
        assertThat(score.categories().overall()).isEqualTo(DetectFigures.NONE);
        assertThat(score.categories().byCategory()).isEmpty();
        assertThat(score.categories().centerBox().detector()).isNull();
        assertThat(score.superCategories().withoutAccessory().maskAp()).isEqualTo(0.7525);
        assertThat(score.superCategories().overall().boxAp()).isEqualTo(0.5017);
        assertThat(figures(score.superCategories(), "upper").boxAp()).isEqualTo(0.505);
        assertThat(figures(score.superCategories(), "lower").boxAp()).isEqualTo(1);
        assertThat(figures(score.superCategories(), "accessory").boxAp()).isZero();
    }

    @Test
    void theSameGarmentSeenTwiceIsWrongInSuperCategoriesToo() throws IOException {
        annotateAll();
        detector.sees(COAT, article("upper", SuperCategory.UPPER, 0.9, TOP));
        detector.sees(COAT, article("upper", SuperCategory.UPPER, 0.8, TOP));
        detector.sees(COAT, article("upper", SuperCategory.UPPER, 0.7, OUTERWEAR));

        assertThat(figures(run(PhotoPart.ALL).superCategories(), "upper").boxAp())
                .isEqualTo(0.835);
    }

    /** The middle of the first photo is 100 x 150 pixels from (50, 75): most of the coat, and too much for a top. */
    @Test
    void pointingAtTheMiddleIsMeasuredBesideTheDetector() throws IOException {
        annotateAll();
        detector.sees(COAT, article("top", SuperCategory.UPPER, 0.9, TOP));
        detector.sees(COAT, article("top", SuperCategory.UPPER, 0.1, OUTERWEAR));

        CenterBox middle = run(PhotoPart.ALL).categories().centerBox();

        assertThat(middle).isEqualTo(new CenterBox(0.25, 0.25, 0.5, 4));
    }

    @Test
    void photosThatCannotBeReadAreNamedAndUnannotatedOnesLeftOut() throws IOException {
        annotate(COAT, 1, TOP);
        annotate(PANTS, 3, WORN_PANTS);
        detector.sees(COAT, article("top", SuperCategory.UPPER, 0.9, TOP));
        Path coco = write();
        Files.delete(folder.resolve("pants.png"));

        DetectScore score = evaluate(coco, PhotoPart.ALL, Optional.empty());

        assertThat(score.failures()).extracting(Failure::file).containsExactly("pants.png");
        assertThat(score.failed()).isEqualTo(1);
        assertThat(score.photos()).isEqualTo(1);
        assertThat(score.categories().overall().boxAp()).isEqualTo(1);
    }

    @Test
    void aPartWithoutPhotosIsRefused() throws IOException {
        annotateAll();
        Path coco = write();
        assertThat(List.of("coat.png", "pants.png")).noneMatch(PhotoSplit.of(folder)::isForChecking);
        assertThatThrownBy(() -> evaluate(coco, PhotoPart.VALIDATION, Optional.empty()))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("no annotated photo in the part VALIDATION");
        assertThat(evaluate(coco, PhotoPart.TRAINING, Optional.empty()).photos())
                .isEqualTo(2);
    }

    @Test
    void drawingsShowEachPhotoTwice() throws IOException {
        annotateAll();
        detector.sees(COAT, article("top", SuperCategory.UPPER, 0.9, TOP));
        Path drawings = folder.resolve("drawings");

        evaluate(write(), PhotoPart.ALL, Optional.of(new DetectDrawings(drawings, 1)));

        assertThat(drawings).isDirectoryContaining("glob:**/coat.jpg").isDirectoryNotContaining("glob:**/pants.jpg");
        BufferedImage drawn = ImageDecoder.standard().decode(drawings.resolve("coat.jpg"));
        assertThat(drawn.getWidth()).isGreaterThan(400);
        assertThat(drawn.getHeight()).isEqualTo(300);
    }

    @Test
    void aCategoryThatNobodyKnowsIsRefused() throws IOException {
        annotate(COAT, 9, TOP);
        assertThatThrownBy(() -> run(PhotoPart.ALL))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("'spaceship'");
    }

    private void annotateAll() {
        annotate(COAT, 1, TOP);
        annotate(COAT, 2, OUTERWEAR);
        annotate(PANTS, 3, WORN_PANTS);
        annotate(PANTS, 4, BELT);
    }

    private void annotate(CocoImage image, long category, Mask mask) {
        annotations.add(CocoAnnotation.of(annotations.size() + 1, image, category, mask));
    }

    private DetectScore run(PhotoPart part) throws IOException {
        return evaluate(write(), part, Optional.empty());
    }

    private DetectScore evaluate(Path coco, PhotoPart part, Optional<DetectDrawings> drawings) {
        return new DetectEvaluation(new Nobody(), detector, (done, total) -> {}).run(coco, folder, part, drawings);
    }

    private Path write() throws IOException {
        CocoImage unannotated = new CocoImage(3, "blank.png", 5, 5, Map.of("unannotated", true));
        for (CocoImage image : List.of(COAT, PANTS)) {
            BufferedImage blank = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
            Files.write(folder.resolve(image.fileName()), ImageEncoder.png(blank));
        }
        List<CocoCategory> categories = List.of(
                CocoCategory.of(1, "top"),
                CocoCategory.of(2, "outerwear"),
                CocoCategory.of(3, "pants"),
                CocoCategory.of(4, "accessory"),
                CocoCategory.of(9, "spaceship"));
        Path file = folder.resolve("coco.json");
        CocoAnnotations.of(List.of(COAT, PANTS, unannotated), categories, annotations, Map.of())
                .write(file);
        return file;
    }

    private static Article article(String category, SuperCategory superCategory, double score, Mask mask) {
        Box box = mask.bounds().orElseThrow();
        return new Article(category, superCategory, score, box, Optional.of(mask));
    }

    private static CategoryFigures figures(LabelScore score, String category) {
        return Objects.requireNonNull(score.byCategory().get(category));
    }

    private static Mask rectangle(int x, int y, int width, int height) {
        return Mask.of(x, y, width, height, (px, py) -> true);
    }
}
