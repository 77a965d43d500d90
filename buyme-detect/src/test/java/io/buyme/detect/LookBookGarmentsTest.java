package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.View;
import io.buyme.testkit.lookbook.WornGarment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions against drawn people in drawn clothes, with the exact pose. */
class LookBookGarmentsTest {

    private static final int LOOKS = 8;
    private static final LookBook BOOK = LookBook.withSeed(3);

    private static List<Searched> fronts;
    private static List<Searched> halfBodies;

    /** A look and what the detector made of it. */
    private record Searched(Look look, Detection detection) {

        Stream<Double> overlaps(SuperCategory superCategory) {
            return detection.articles().stream()
                    .filter(article -> article.superCategory() == superCategory)
                    .flatMap(article -> worn(superCategory).map(article.box()::iou).stream());
        }

        /** Returns the box around all that is seen of a super-category, such as of a shirt and the jacket over it. */
        private Optional<Box> worn(SuperCategory superCategory) {
            return look.worn().stream()
                    .filter(garment -> garment.item().superCategory() == superCategory)
                    .map(WornGarment::box)
                    .reduce(Box::union);
        }

        boolean found(SuperCategory superCategory) {
            return detection.boxes().stream()
                    .map(DetectedBox::article)
                    .anyMatch(article -> article.superCategory() == superCategory);
        }
    }

    @BeforeAll
    static void search() {
        fronts = searched(View.FRONT, Verdict.FULL_FRONT);
        halfBodies = searched(View.HALF_BODY, Verdict.HALF_BODY);
    }

    @ParameterizedTest(name = "{0} boxes overlap the garments by {1} on average")
    @CsvSource({"UPPER, 0.85", "LOWER, 0.75", "FOOTWEAR, 0.75"})
    void coversGarmentsOfPeopleSeenFromTheFront(SuperCategory superCategory, double floor) {
        assertThat(meanOverlap(fronts, superCategory)).isGreaterThan(floor);
    }

    @ParameterizedTest(name = "{0} boxes overlap the garments by {1} on average")
    @CsvSource({"UPPER, 0.85", "LOWER, 0.65"})
    void coversGarmentsOfHalfBodies(SuperCategory superCategory, double floor) {
        assertThat(meanOverlap(halfBodies, superCategory)).isGreaterThan(floor);
    }

    @Test
    void tellsDressesFromTwoPieces() {
        Predicate<Searched> right = one ->
                one.detection.articles().stream().map(Article::superCategory).anyMatch(SuperCategory.ONE_PIECE::equals)
                        == one.worn(SuperCategory.ONE_PIECE).isPresent();
        assertThat(fronts.stream().filter(right)).hasSizeGreaterThanOrEqualTo(LOOKS - 1);
    }

    @Test
    void saysThatFeetAreNotVisibleExactlyWhenItDidNotSearchFootwear() {
        assertThat(Stream.concat(fronts.stream(), halfBodies.stream()))
                .allSatisfy(
                        one -> assertThat(one.detection.notes().contains("feet are not visible: no footwear searched"))
                                .as(one.look.name())
                                .isNotEqualTo(one.found(SuperCategory.FOOTWEAR)));
    }

    @Test
    void accountsForWhatItKeepsAndWhatItDrops() {
        assertThat(Stream.concat(fronts.stream(), halfBodies.stream()))
                .flatExtracting(one -> one.detection.boxes())
                .extracting(DetectedBox::fate)
                .contains(DetectedBox.Fate.KEPT, DetectedBox.Fate.DROPPED)
                .doesNotContain(DetectedBox.Fate.MERGED);
    }

    private static double meanOverlap(List<Searched> looks, SuperCategory superCategory) {
        return looks.stream()
                .flatMap(one -> one.overlaps(superCategory))
                .mapToDouble(overlap -> overlap)
                .average()
                .orElseThrow();
    }

    private static List<Searched> searched(View view, Verdict verdict) {
        try (ArticleDetector detector = new BodyRegionsProvider().create(Options.none())) {
            return IntStream.range(0, LOOKS)
                    .mapToObj(i -> BOOK.look(i, view))
                    .map(look ->
                            new Searched(look, detector.detect(DetectionInput.of(look.photo(), pose(look, verdict)))))
                    .toList();
        }
    }

    private static Pose pose(Look look, Verdict verdict) {
        return new Pose(
                verdict,
                1,
                List.of(),
                look.keypoints(),
                Optional.of(look.personBox()),
                Optional.of(look.personMask()),
                List.of());
    }
}
