package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Detection;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Taxonomy;
import io.buyme.onnx.Placement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostProcessingTest {

    private static final Box PHOTO = new Box(0, 0, 400, 800);
    private static final List<String> NAMES = List.of("top", "coat", "pants", "shoe", "boots", "bag", "- skin");

    private final Findings findings = new Findings(
            new View(400, 800, new Placement(PHOTO, PHOTO, false)),
            Labels.parse(String.join("\n", NAMES), Taxonomy.standard(), "test"),
            0);

    @Test
    void keepsACoatOverATop() {
        add("coat", 0.9, 100, 100, 300, 500);
        add("top", 0.8, 120, 110, 280, 400);
        Detection detection = detection(Merging.PAIRS);
        assertThat(detection.articles()).extracting(Article::category).containsExactly("coat", "top");
        assertThat(fates(detection))
                .containsExactly(
                        "coat KEPT score 0.90 reaches 0.50; worn with top 0.80 (IoU 0.58): both kept",
                        "top KEPT score 0.80 reaches 0.50; worn with coat 0.90 (IoU 0.58): both kept");
    }

    @Test
    void keepsAnOpenCoatAndATopInTheSameBox() {
        add("coat", 0.9, Mask.of(100, 100, 200, 300, (x, y) -> x < 150 || x >= 250));
        add("top", 0.8, Mask.of(104, 100, 192, 300, (x, y) -> (x >= 150 && x < 250) || y < 120));
        assertThat(detection(Merging.PAIRS).articles()).hasSize(2);
    }

    @Test
    void dropsASecondNameForTheSameThing() {
        add("coat", 0.9, 100, 100, 300, 500);
        add("top", 0.8, 100, 100, 300, 490);
        assertThat(fates(detection(Merging.PAIRS)))
                .last()
                .isEqualTo("top DROPPED the same thing as coat 0.90 (IoU 0.98)");
    }

    @Test
    void keepsBoxesOfDifferentPartsOfTheBodyHoweverMuchTheyOverlap() {
        add("pants", 0.9, 100, 100, 300, 500);
        add("bag", 0.8, 100, 100, 300, 500);
        assertThat(detection(Merging.PAIRS).articles()).hasSize(2);
    }

    @Test
    void dropsTheSameCategoryOnceMore() {
        add("pants", 0.7, 100, 300, 300, 690);
        add("pants", 0.9, 100, 300, 300, 700);
        add("pants", 0.6, 110, 310, 180, 500);
        assertThat(fates(detection(Merging.PAIRS)))
                .containsExactly(
                        "pants KEPT score 0.90 reaches 0.50",
                        "pants DROPPED overlaps pants 0.90 by IoU 0.98",
                        "pants DROPPED 100 % of it is inside pants 0.90");
    }

    @Test
    void makesOneArticleOfAPairOfShoes() {
        add("shoe", 0.9, 100, 700, 150, 760);
        add("boots", 0.8, 180, 710, 240, 770);
        add("shoe", 0.7, 300, 20, 350, 70);
        add("shoe", 0.6, 120, 705, 200, 765);
        Detection detection = detection(Merging.PAIRS);
        assertThat(detection.articles()).singleElement().satisfies(pair -> {
            assertThat(pair.category()).isEqualTo("shoe");
            assertThat(pair.score()).isEqualTo(0.9);
            assertThat(pair.box()).isEqualTo(new Box(100, 700, 140, 70));
        });
        assertThat(fates(detection))
                .containsExactly(
                        "shoe MERGED score 0.90 reaches 0.50; one article with boots 0.80, shoe 0.60",
                        "boots MERGED a pair with shoe 0.90",
                        "shoe DROPPED a person wears one pair: shoe 0.90 is there already",
                        "shoe MERGED a part of shoe 0.90");
    }

    @Test
    void joinsTheMasksOfAPair() {
        add("shoe", 0.9, Mask.of(100, 700, 50, 60, (x, y) -> true));
        add("shoe", 0.8, Mask.of(180, 700, 50, 60, (x, y) -> true));
        assertThat(detection(Merging.PAIRS).articles()).singleElement().satisfies(pair -> {
            assertThat(pair.mask().orElseThrow().area()).isEqualTo(2 * 50 * 60);
            assertThat(pair.mask().orElseThrow().bounds()).contains(pair.box());
        });
    }

    @Test
    void leavesShoesAloneWhenAskedTo() {
        add("shoe", 0.9, 100, 700, 150, 760);
        add("shoe", 0.8, 180, 710, 240, 770);
        assertThat(detection(Merging.NONE).articles()).hasSize(2);
    }

    @Test
    void makesOneArticleOfTheNamesakesWhenAskedTo() {
        add("bag", 0.9, 10, 100, 50, 200);
        add("bag", 0.8, 300, 100, 350, 200);
        add("top", 0.7, 100, 100, 300, 300);
        assertThat(detection(Merging.CATEGORY).articles())
                .extracting(Article::box)
                .containsExactly(new Box(10, 100, 340, 100), new Box(100, 100, 200, 200));
        assertThat(detection(Merging.PAIRS).articles()).hasSize(3);
    }

    @Test
    void dropsWhatIsNotThePersons() {
        add("bag", 0.9, 0, 300, 60, 400);
        add("top", 0.8, 150, 200, 250, 400);
        add("pants", 0.7, 250, 400, 380, 700);
        Pose pose = new Pose(
                Pose.Verdict.FULL_FRONT,
                1,
                List.of(),
                List.of(),
                Optional.of(new Box(120, 100, 180, 600)),
                Optional.empty(),
                List.of(new Box(240, 100, 160, 600)));
        assertThat(fates(detection(Merging.PAIRS, Optional.of(pose))))
                .containsExactly(
                        "bag DROPPED only 0 % of it is near the person",
                        "top KEPT score 0.80 reaches 0.50",
                        "pants DROPPED 100 % of it is on another person, 38 % on this one");
    }

    @Test
    void leavesOutWhatIsNoBoxAndSaysHowMany() {
        add("top", Double.NaN, 0, 0, 10, 10);
        add("top", 0.9, Double.NaN, 0, 10, 10);
        add("top", 0.9, 0, 0, Double.POSITIVE_INFINITY, 10);
        add("top", 0.9, 50, 50, 20, 60);
        add("top", 0.9, 50, 50, 50, 60);
        add("top", 7, 0, 0, 10, 10);
        add("top", 0.9, 500, 0, 600, 10);
        add("- skin", 0.9, 0, 0, 10, 10);
        add("top", 0.001, 0, 0, 10, 10);
        Detection detection = detection(Merging.PAIRS);
        assertThat(detection.boxes()).isEmpty();
        assertThat(detection.notes())
                .containsExactly(
                        "6 boxes with numbers that make no box or no score left out",
                        "1 box outside of the photo left out",
                        "1 box of what is no article: [- skin] left out",
                        "1 box with scores below 0.01 left out",
                        "the network found nothing");
    }

    @Test
    void cutsBoxesToThePhoto() {
        add("top", 0.9, -50, -20, 100.25, 900);
        assertThat(detection(Merging.PAIRS).articles())
                .singleElement()
                .satisfies(top -> assertThat(top.box()).isEqualTo(new Box(0, 0, 100.25, 800)));
    }

    @Test
    void listsNoMoreThanTheMostCertainBoxes() {
        for (int i = 0; i < 150; i++) {
            add("top", 0.4 - 0.001 * i, 100, 100, 300, 300);
        }
        add("top", 0.9, 100, 100, 300, 300);
        Detection detection = detection(Merging.PAIRS);
        assertThat(detection.articles()).hasSize(1);
        assertThat(detection.boxes()).hasSize(100);
        assertThat(detection.notes()).containsExactly("51 less certain boxes, none of them an article, are not listed");
    }

    @Test
    void givesDroppedBoxesNoMask() {
        add("top", 0.3, Mask.of(100, 100, 50, 50, (x, y) -> true));
        assertThat(detection(Merging.PAIRS).boxes())
                .singleElement()
                .satisfies(box -> assertThat(box.fate()).isEqualTo(Fate.DROPPED))
                .satisfies(box -> assertThat(box.article().mask()).isEmpty());
    }

    private void add(String name, double score, double left, double top, double right, double bottom) {
        findings.add(NAMES.indexOf(name), score, left, top, right, bottom, Shape.NONE);
    }

    private void add(String name, double score, Mask mask) {
        findings.add(NAMES.indexOf(name), score, mask);
    }

    private Detection detection(Merging merging) {
        return detection(merging, Optional.empty());
    }

    private Detection detection(Merging merging, Optional<Pose> pose) {
        return new PostProcessing(new Suppression(0.5, 0.5), merging).detection(findings, pose);
    }

    private static List<String> fates(Detection detection) {
        return detection.boxes().stream().map(PostProcessingTest::fate).toList();
    }

    private static String fate(DetectedBox box) {
        return box.article().category() + " " + box.fate() + " " + box.reason();
    }
}
