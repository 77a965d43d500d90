package io.buyme.image.coco.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures counted by hand. Recalls up to one half are 51 of the 101. */
class CocoEvaluationTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final long TOP = 1;
    private static final long SHOE = 2;
    private static final CocoImage FIRST = CocoImage.of(1, "1.jpg", 300, 300);
    private static final CocoImage SECOND = CocoImage.of(2, "2.jpg", 300, 300);
    private static final Box HERE = new Box(10, 10, 100, 100);
    private static final Box THERE = new Box(150, 150, 100, 100);

    private final List<CocoAnnotation> annotations = new ArrayList<>();
    private final List<CocoDetection> detections = new ArrayList<>();

    @Test
    void whatIsFoundExactlyScoresOne() {
        annotate(FIRST, TOP, HERE);
        annotate(SECOND, SHOE, THERE);
        detect(FIRST, TOP, 0.9, HERE);
        detect(SECOND, SHOE, 0.2, THERE);

        for (Overlap overlap : Overlap.values()) {
            CocoScore score = score(overlap);
            assertThat(List.of(score.ap(), score.ap50(), score.ap75(), score.ar()))
                    .containsOnly(OptionalDouble.of(1));
        }
    }

    @Test
    void nothingFoundScoresZeroAndNothingToFindScoresNothing() {
        assertThat(score(Overlap.BOX).ap()).isEmpty();
        assertThat(score(Overlap.BOX).ar()).isEmpty();
        annotate(FIRST, TOP, HERE);
        assertThat(score(Overlap.BOX).ap()).hasValue(0);
        assertThat(score(Overlap.BOX).ar()).hasValue(0);
    }

    @Test
    void halfFoundIsAllPrecisionUpToHalfTheRecall() {
        annotate(FIRST, TOP, HERE);
        annotate(SECOND, TOP, HERE);
        detect(SECOND, TOP, 0.9, HERE);

        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo(51.0 / 101, EXACT);
        assertThat(score(Overlap.BOX).ar().orElseThrow()).isCloseTo(0.5, EXACT);
    }

    /** The overlap is 0.62: enough at 0.50, 0.55 and 0.60. */
    @Test
    void aBoxTooSmallIsRightAtTheLowThresholdsOnly() {
        annotate(FIRST, TOP, HERE);
        detect(FIRST, TOP, 0.9, new Box(10, 10, 100, 62));

        CocoScore score = score(Overlap.BOX);
        assertThat(score.ap().orElseThrow()).isCloseTo(0.3, EXACT);
        assertThat(score.ap50()).hasValue(1);
        assertThat(score.ap75()).hasValue(0);
        assertThat(score.ar().orElseThrow()).isCloseTo(0.3, EXACT);
    }

    /** Precision is 1, 1/2, 2/3 at recalls of 1/2, 1/2, 1; the best at a recall or later is 1, 2/3, 2/3. */
    @Test
    void aSecondDetectionOfTheSameIsWrong() {
        annotate(FIRST, TOP, HERE);
        annotate(FIRST, TOP, THERE);
        detect(FIRST, TOP, 0.9, HERE);
        detect(FIRST, TOP, 0.8, HERE);
        detect(FIRST, TOP, 0.7, THERE);

        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo((51 + 50 * 2.0 / 3) / 101, EXACT);
        assertThat(score(Overlap.BOX).ar()).hasValue(1);
    }

    @Test
    void aWrongOneThatIsSurerHalvesThePrecision() {
        annotate(FIRST, TOP, HERE);
        detect(FIRST, TOP, 0.8, HERE);
        detect(SECOND, TOP, 0.9, HERE);

        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo(0.5, EXACT);
    }

    @Test
    void ofEquallySureOnesThatOfTheEarlierPictureComesFirst() {
        annotate(FIRST, TOP, HERE);
        detect(SECOND, TOP, 0.9, HERE);
        detect(FIRST, TOP, 0.9, HERE);
        assertThat(score(Overlap.BOX).ap()).hasValue(1);

        annotations.clear();
        annotate(SECOND, TOP, HERE);
        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo(0.5, EXACT);
    }

    @Test
    void eachDetectionGetsWhatItOverlapsMost() {
        annotate(FIRST, TOP, new Box(10, 10, 100, 80));
        annotate(FIRST, TOP, HERE);
        detect(FIRST, TOP, 0.9, HERE);
        detect(FIRST, TOP, 0.8, new Box(10, 10, 100, 80));

        assertThat(score(Overlap.BOX).ap()).hasValue(1);
    }

    @Test
    void onlyTheHundredSurestOfAPictureCount() {
        annotate(FIRST, TOP, HERE);
        detect(FIRST, TOP, 0.1, HERE);
        for (int i = 0; i < 99; i++) {
            detect(FIRST, TOP, 0.9, THERE);
        }
        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo(0.01, EXACT);
        detect(FIRST, TOP, 0.9, THERE);
        assertThat(score(Overlap.BOX).ap()).hasValue(0);
    }

    /** The last one has four tenths of itself in the crowd, which is too little to be one of it. */
    @Test
    void whatLiesInACrowdIsNeitherRightNorWrong() {
        annotate(FIRST, TOP, HERE);
        annotations.add(annotation(2, FIRST, TOP, THERE, 10_000, true));
        detect(FIRST, TOP, 0.5, HERE);
        detect(FIRST, TOP, 0.9, new Box(150, 150, 50, 50));
        detect(FIRST, TOP, 0.8, new Box(200, 200, 50, 50));
        assertThat(score(Overlap.BOX).ap()).hasValue(1);

        detect(FIRST, TOP, 0.7, new Box(210, 150, 100, 100));
        assertThat(score(Overlap.BOX).ap().orElseThrow()).isCloseTo(0.5, EXACT);
    }

    @Test
    void annotationsAndDetectionsOutsideTheAreaRangeAreNotCounted() {
        Box small = new Box(5, 5, 20, 20);
        annotate(FIRST, TOP, small);
        annotate(FIRST, TOP, new Box(50, 50, 50, 50));
        annotate(FIRST, TOP, THERE);
        detect(FIRST, TOP, 0.9, THERE);
        detect(FIRST, TOP, 0.8, new Box(5, 200, 20, 20));
        detect(FIRST, TOP, 0.7, small);

        CocoScore score = score(Overlap.BOX);
        assertThat(score.ap(AreaRange.SMALL).orElseThrow()).isCloseTo(0.5, EXACT);
        assertThat(score.ap(AreaRange.MEDIUM)).hasValue(0);
        assertThat(score.ap(AreaRange.LARGE)).hasValue(1);
        assertThat(score.ar(AreaRange.SMALL)).hasValue(1);
        assertThat(score.ar().orElseThrow()).isCloseTo(2.0 / 3, EXACT);
        assertThat(score.ap(AreaRange.ALL)).isEqualTo(score.ap());
    }

    @Test
    void aCategoryWithoutAnnotationsIsLeftOutOfTheMeans() {
        annotate(FIRST, TOP, HERE);
        detect(FIRST, TOP, 0.9, HERE);
        detect(FIRST, SHOE, 0.9, HERE);

        CocoScore score = score(Overlap.BOX);
        assertThat(score.ap()).hasValue(1);
        assertThat(score.categories()).extracting(CategoryScore::annotations).containsExactly(1, 0);
        assertThat(score.categories().get(1).ap50()).isEmpty();
    }

    @Test
    void theMeanIsThatOverCategoriesHoweverManyAnnotationsTheyHave() {
        annotate(FIRST, TOP, HERE);
        annotate(FIRST, TOP, THERE);
        annotate(SECOND, TOP, HERE);
        annotate(FIRST, SHOE, HERE);
        detect(FIRST, SHOE, 0.9, HERE);

        CocoScore score = score(Overlap.BOX);
        assertThat(score.ap().orElseThrow()).isCloseTo(0.5, EXACT);
        assertThat(score.of(category -> category.id() == SHOE).ap()).hasValue(1);
    }

    @Test
    void masksAreComparedByTheirPixels() {
        annotate(FIRST, TOP, HERE);
        Mask upperPart = Mask.of(10, 10, 100, 62, (x, y) -> true);
        detections.add(CocoDetection.of(FIRST, TOP, 0.9, HERE, Optional.of(upperPart)));

        assertThat(score(Overlap.BOX).ap()).hasValue(1);
        assertThat(score(Overlap.MASK).ap().orElseThrow()).isCloseTo(0.3, EXACT);
    }

    @Test
    void withoutAMaskTheWholeBoxIsCompared() {
        annotate(FIRST, TOP, HERE);
        detections.add(CocoDetection.of(FIRST, TOP, 0.9, new Box(10, 10, 100, 62), Optional.empty()));

        assertThat(score(Overlap.MASK).ap().orElseThrow()).isCloseTo(0.3, EXACT);
    }

    @Test
    void whatIsOptionalNeedNotBeFoundAndMayBeFoundOnce() {
        annotate(FIRST, TOP, HERE);
        annotate(FIRST, TOP, THERE);
        Predicate<CocoAnnotation> optional = annotation -> annotation.box().equals(THERE);
        detect(FIRST, TOP, 0.5, HERE);
        detect(FIRST, TOP, 0.9, THERE);
        assertThat(CocoEvaluation.score(truth(), detections, Overlap.BOX, optional)
                        .ap())
                .hasValue(1);

        detect(FIRST, TOP, 0.8, THERE);
        assertThat(CocoEvaluation.score(truth(), detections, Overlap.BOX, optional)
                        .ap()
                        .orElseThrow())
                .isCloseTo(0.5, EXACT);
    }

    @Test
    void refusesWhatTheAnnotationsDoNotKnow() {
        detect(FIRST, 77, 0.9, HERE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(Overlap.BOX))
                .withMessageContaining("categoryId=77");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CocoDetection(1, 1, Double.NaN, HERE, Optional.empty()));
    }

    @Test
    void refusesToCompareMasksWhereThereAreNone() {
        annotations.add(new CocoAnnotation(5, FIRST.id(), TOP, HERE, HERE.area(), false, Optional.empty(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(Overlap.MASK))
                .withMessageContaining("annotation 5 has no segmentation");
    }

    private void annotate(CocoImage image, long category, Box box) {
        annotations.add(annotation(annotations.size() + 1, image, category, box, box.area(), false));
    }

    private static CocoAnnotation annotation(
            long id, CocoImage image, long category, Box box, double area, boolean crowd) {
        RunLengths pixels = RunLengths.of(box, image.width(), image.height());
        return new CocoAnnotation(id, image.id(), category, box, area, crowd, Optional.of(pixels), Map.of());
    }

    private void detect(CocoImage image, long category, double score, Box box) {
        RunLengths pixels = RunLengths.of(box, image.width(), image.height());
        detections.add(new CocoDetection(image.id(), category, score, box, Optional.of(pixels)));
    }

    private CocoScore score(Overlap overlap) {
        return CocoEvaluation.score(truth(), detections, overlap);
    }

    private CocoAnnotations truth() {
        List<CocoCategory> categories = List.of(CocoCategory.of(SHOE, "shoe"), CocoCategory.of(TOP, "top"));
        return CocoAnnotations.of(List.of(SECOND, FIRST), categories, annotations, Map.of());
    }
}
