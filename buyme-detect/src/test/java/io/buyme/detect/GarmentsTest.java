package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import java.awt.Color;
import java.awt.Polygon;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Regions against painted clothes whose place is known. */
class GarmentsTest {

    private static final Color NAVY = new Color(30, 40, 90);
    private static final Color RED = new Color(180, 30, 40);
    private static final Color BLACK = new Color(25, 25, 25);

    @Test
    void cutsAtTheHipWhereTheColorsChange() {
        Detection found = detect(
                new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525).paint(BLACK, 525, Mannequin.HEIGHT));

        assertThat(box(found, SuperCategory.UPPER).bottom()).isCloseTo(290, within(12.0));
        assertThat(box(found, SuperCategory.LOWER).y()).isCloseTo(290, within(12.0));
        assertThat(box(found, SuperCategory.FOOTWEAR).y()).isCloseTo(525, within(12.0));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void cutsALongSweaterBelowTheHip() {
        Detection found = detect(new Mannequin().paint(RED, 122, 340).paint(NAVY, 340, 525));

        assertThat(box(found, SuperCategory.UPPER).bottom()).isCloseTo(340, within(12.0));
        assertThat(box(found, SuperCategory.LOWER).y()).isCloseTo(340, within(12.0));
    }

    @Test
    void endsShortsWhereTheBareLegsBegin() {
        Detection found = detect(new Mannequin().paint(RED, 122, 285).paint(NAVY, 285, 375));

        assertThat(box(found, SuperCategory.LOWER).bottom()).isCloseTo(375, within(12.0));
    }

    @Test
    void leavesBareArmsOutOfTheUpperGarment() {
        Mannequin sleeveless = new Mannequin().paint(RED, 88, 122, 124, 168).paint(NAVY, 290, 525);

        Box upper = box(detect(sleeveless), SuperCategory.UPPER);

        assertThat(upper.width()).isLessThan(150);
        assertThat(upper.x()).isGreaterThan(75);
    }

    @Test
    void keepsAGarmentThatHasTheColorOfSkin() {
        Detection found = detect(new Mannequin().paint(NAVY, 290, 525));

        assertThat(box(found, SuperCategory.UPPER).intersectionArea(new Box(100, 140, 100, 140)))
                .isGreaterThan(0.9 * 100 * 140);
    }

    @Test
    void seesOnePieceInADressOfOneColor() {
        Polygon skirt = new Polygon(new int[] {105, 195, 225, 75}, new int[] {290, 290, 430, 430}, 4);
        Detection found = detect(new Mannequin().paint(RED, 122, 290).wear(RED, skirt));

        assertThat(found.articles())
                .extracting(Article::superCategory)
                .containsExactlyInAnyOrder(SuperCategory.ONE_PIECE, SuperCategory.FOOTWEAR);
        assertThat(box(found, SuperCategory.ONE_PIECE).bottom()).isCloseTo(430, within(15.0));
    }

    @Test
    void accountsForEveryRegionItConsidered() {
        Detection found = detect(new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525));

        assertThat(found.discarded())
                .extracting(d -> d.article().superCategory())
                .containsExactlyInAnyOrder(SuperCategory.ONE_PIECE, SuperCategory.ACCESSORY);
        assertThat(found.discarded())
                .extracting(DetectedBox::reason)
                .anyMatch(reason -> reason.contains("two garments"));
        assertThat(found.boxes())
                .filteredOn(box -> box.fate() == DetectedBox.Fate.KEPT)
                .extracting(DetectedBox::article)
                .containsExactlyInAnyOrderElementsOf(found.articles());
    }

    @Test
    void searchesNoFootwearWhenTheFeetAreHidden() {
        Mannequin cut =
                new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525).hide("_ankle");

        Detection found = detect(cut);

        assertThat(find(found, SuperCategory.FOOTWEAR)).isEmpty();
        assertThat(found.notes()).containsExactly("feet are not visible: no footwear searched");
    }

    @Test
    void saysThatNoFootwearIsThereWhenThePersonEndsAboveTheFeet() {
        Mannequin person = new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 480);
        Mask aboveTheAnkles = person.mask().and((x, y) -> y < 480);

        Detection found = detect(DetectionInput.of(person.image(), person.pose(Optional.of(aboveTheAnkles))));

        assertThat(find(found, SuperCategory.FOOTWEAR)).isEmpty();
        assertThat(found.notes()).containsExactly("no pixel of the footwear is visible: none found");
    }

    @Test
    void searchesOnlyTheUpperGarmentOfAPortrait() {
        Mannequin portrait = new Mannequin().paint(RED, 122, 290);
        Detection found =
                detect(DetectionInput.of(portrait.image().getSubimage(0, 0, Mannequin.WIDTH, 260), portrait.pose()));

        assertThat(found.articles()).extracting(Article::superCategory).containsExactly(SuperCategory.UPPER);
        assertThat(box(found, SuperCategory.UPPER).bottom()).isLessThanOrEqualTo(260);
        assertThat(found.notes()).anyMatch(note -> note.startsWith("hips are not visible"));
    }

    @Test
    void doesWithoutAPersonMask() {
        Mannequin person = new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525);

        Detection withMask = detect(person);
        Detection without = detect(DetectionInput.of(person.image(), person.pose(Optional.empty())));

        assertThat(box(without, SuperCategory.UPPER).iou(box(withMask, SuperCategory.UPPER)))
                .isGreaterThan(0.7);
        assertThat(box(without, SuperCategory.LOWER).iou(box(withMask, SuperCategory.LOWER)))
                .isGreaterThan(0.7);
    }

    @Test
    void trustsUnsureKeypointsLess() {
        Mannequin sure = new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525);
        Mannequin unsure =
                new Mannequin().paint(RED, 122, 290).paint(NAVY, 290, 525).hide("left_shoulder");

        assertThat(find(detect(unsure), SuperCategory.UPPER).orElseThrow().score())
                .isLessThan(
                        find(detect(sure), SuperCategory.UPPER).orElseThrow().score());
    }

    private static Detection detect(Mannequin person) {
        return detect(DetectionInput.of(person.image(), person.pose()));
    }

    private static Box box(Detection detection, SuperCategory superCategory) {
        return find(detection, superCategory).orElseThrow().box();
    }

    private static Optional<Article> find(Detection detection, SuperCategory superCategory) {
        return detection.articles().stream()
                .filter(article -> article.superCategory() == superCategory)
                .findFirst();
    }

    private static Detection detect(DetectionInput input) {
        try (ArticleDetector detector = new BodyRegionsProvider().create(Options.none())) {
            return detector.detect(input);
        }
    }
}
