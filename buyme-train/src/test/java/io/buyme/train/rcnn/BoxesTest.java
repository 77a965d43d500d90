package io.buyme.train.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.train.rcnn.RoiSampler.Roi;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoxesTest {

    private static final DetectorShape PERSON = DetectorShape.person(256, 12);

    @Test
    void anchorsAreOfThreeRatiosAboutTheCentresOfPlaces() {
        Anchors anchors = new Anchors(PERSON);

        // 64 x 32, 32 x 16 and 16 x 8 places.
        assertThat(anchors.boxes()).hasSize(6 * (2048 + 512 + 128));
        Rect wide = anchors.boxes().get(0);
        assertThat(wide.centerX()).isCloseTo(4, within(1e-9));
        assertThat(wide.centerY()).isCloseTo(4, within(1e-9));
        assertThat(wide.area()).isCloseTo(400, within(1e-9));
        assertThat(wide.height() / wide.width()).isCloseTo(0.5, within(1e-9));
        Rect last = anchors.boxes().get(anchors.boxes().size() - 1);
        assertThat(last.centerX()).isCloseTo(240, within(1e-9));
        assertThat(last.centerY()).isCloseTo(496, within(1e-9));
        assertThat(last.area()).isCloseTo(40_000, within(1e-6));
    }

    @Test
    void eachAnchorHasItsOwnPlaceOnTheSheetOfLevels() {
        Anchors anchors = new Anchors(PERSON);

        int[] places = IntStream.range(0, anchors.boxes().size())
                .map(i -> anchors.onSheet(i, 1, 0))
                .toArray();

        assertThat(anchors.sheet().height()).isEqualTo(64);
        assertThat(anchors.sheet().width()).isEqualTo(49);
        assertThat(Arrays.stream(places).distinct().count()).isEqualTo(places.length);
    }

    @Test
    void whatIsEncodedIsDecodedToTheSameBox() {
        Rect from = new Rect(10, 20, 50, 90);
        Rect wanted = new Rect(-3, 30, 80, 60);
        float[] numbers = new float[4];
        for (BoxCoder coder : List.of(BoxCoder.PLAIN, BoxCoder.FINE)) {
            coder.encode(from, wanted, numbers, 0);

            assertThat(coder.decode(from, numbers, 0).iou(wanted)).isCloseTo(1, within(1e-5));
        }
        // A quarter of the width to the right, and twice as high, weights 10 and 5.
        BoxCoder.FINE.encode(from, new Rect(20, -15, 60, 125), numbers, 0);
        assertThat(numbers).containsExactly(new float[] {2.5f, 0, 0, (float) (5 * Math.log(2))}, within(1e-6f));
    }

    @Test
    void aNetworkCannotBlowABoxUpBeyondAllMeasure() {
        Rect huge = BoxCoder.PLAIN.decode(new Rect(0, 0, 16, 16), new float[] {0, 0, 1e9f, 0}, 0);

        assertThat(huge.width()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void anchorsThatOverlapEnoughAndTheBestOfEachArticleAreToProposeIt() {
        Anchors anchors = new Anchors(PERSON);
        Rect likeAnchor = anchors.boxes().get(1000);
        Rect odd = new Rect(100, 100, 110, 300);

        int[] matches = new AnchorMatcher(anchors).match(List.of(likeAnchor, odd));

        assertThat(matches[1000]).isZero();
        for (int i = 0; i < matches.length; i++) {
            double iou = anchors.boxes().get(i).iou(likeAnchor);
            if (iou >= 0.7) {
                assertThat(matches[i]).isZero();
            } else if (iou >= 0.3) {
                assertThat(matches[i]).isNotEqualTo(AnchorMatcher.NOTHING);
            }
        }
        // Nothing overlaps the odd one by 0.7, but it is not left alone.
        assertThat(anchors.boxes().stream().mapToDouble(odd::iou).max().orElse(0))
                .isLessThan(0.7);
        assertThat(matches).contains(1);
    }

    @Test
    void twoHundredAndFiftySixAnchorsAreAskedAtMostHalfOfThemWithAnArticle() {
        int[] many = new int[2000];
        Arrays.fill(many, 0, 300, 0);
        Arrays.fill(many, 300, 1900, AnchorMatcher.NOTHING);
        Arrays.fill(many, 1900, 2000, AnchorMatcher.IGNORED);

        int[] sampled = AnchorMatcher.sample(many, new SplittableRandom(1));

        assertThat(Arrays.stream(sampled).filter(match -> match == 0).count()).isEqualTo(128);
        assertThat(Arrays.stream(sampled)
                        .filter(match -> match == AnchorMatcher.NOTHING)
                        .count())
                .isEqualTo(128);
        assertThat(AnchorMatcher.sample(many, new SplittableRandom(1))).isEqualTo(sampled);
    }

    @Test
    void regionsOfArticlesAreAQuarterAtMost() {
        Rect article = new Rect(50, 50, 100, 150);
        List<Rect> proposals = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0 ? new Rect(50 + i / 20.0, 50, 100, 150) : new Rect(150, 200 + i, 200, 300))
                .toList();

        List<Roi> sampled = RoiSampler.sample(proposals, List.of(article), 32, new SplittableRandom(2));

        assertThat(sampled).hasSize(32);
        assertThat(sampled.stream().filter(Roi::isPositive)).hasSize(8);
        assertThat(sampled.subList(0, 8)).allMatch(Roi::isPositive);
        assertThat(RoiSampler.sample(List.of(), List.of(article), 32, new SplittableRandom(2)))
                .containsExactly(new Roi(article, 0));
    }

    @Test
    void aBoxGivesWayToABetterOneThatItOverlaps() {
        Rect best = new Rect(0, 0, 10, 10);
        Rect near = new Rect(1, 0, 11, 10);
        Rect far = new Rect(20, 0, 30, 10);

        assertThat(NonMaximumSuppression.kept(List.of(best, near, far, best), 0.7, 9))
                .containsExactly(0, 2);
        assertThat(NonMaximumSuppression.kept(List.of(best, near, far), 0.9, 9)).containsExactly(0, 1, 2);
        assertThat(NonMaximumSuppression.kept(List.of(best, near, far), 0.9, 2)).containsExactly(0, 1);
        assertThat(NonMaximumSuppression.kept(List.of(), 0.9, 2)).isEmpty();
    }

    @Test
    void largerRegionsAreLookedAtOnCoarserLevels() {
        assertThat(PERSON.levelOf(new Rect(0, 0, 30, 12))).isEqualTo(Level.P3);
        assertThat(PERSON.levelOf(new Rect(0, 0, 111, 111))).isEqualTo(Level.P3);
        assertThat(PERSON.levelOf(new Rect(0, 0, 112, 112))).isEqualTo(Level.P4);
        assertThat(PERSON.levelOf(new Rect(0, 0, 224, 224))).isEqualTo(Level.P5);
        assertThat(PERSON.levelOf(new Rect(0, 0, 0, 5))).isEqualTo(Level.P3);
        assertThatThrownBy(() -> new DetectorShape(250, 512, 32, 64, 12, 112))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiples of 32");
    }

    @Test
    void detectionsAreRankedAndOneOfACategoryRemainsInAPlace() {
        DetectorShape shape = new DetectorShape(64, 64, 4, 6, 2, 28);
        Rect box = new Rect(10, 10, 30, 30);
        Rect other = new Rect(40, 40, 60, 60);
        float[] logits = {0, 3, 0, 0, 5, 0, 0, 0, 2};

        List<RawDetection> found =
                new Detections(shape, Limits.standard()).of(List.of(box, box, other), logits, new float[12]);

        assertThat(found.get(0).label()).isZero();
        assertThat(found.get(0).score()).isCloseTo(Math.exp(5) / (Math.exp(5) + 2), within(1e-9));
        assertThat(found).extracting(RawDetection::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(found.stream().filter(one -> one.label() == 0 && one.box().equals(box)))
                .hasSize(1);
        assertThat(found.stream().filter(one -> one.label() == 1 && one.box().equals(other)))
                .hasSize(1);
    }

    @Test
    void averagePrecisionCountsEachArticleOnce() {
        Target first = target(0, 0);
        Target second = target(0, 100);
        List<List<Target>> wanted = List.of(List.of(first, second), List.of());
        RawDetection hit = new RawDetection(0, 0.9, first.rect());
        RawDetection again = new RawDetection(0, 0.8, first.rect());
        RawDetection late = new RawDetection(0, 0.7, second.rect());

        assertThat(AveragePrecision.mean(List.of(List.of(hit), List.of()), wanted))
                .isEqualTo(0.5);
        // Hit, miss, hit: half at precision 1, half at 2/3.
        assertThat(AveragePrecision.mean(List.of(List.of(hit, again, late), List.of()), wanted))
                .isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-9));
        assertThat(AveragePrecision.mean(List.of(List.of(), List.of(hit)), wanted))
                .isZero();
    }

    private static Target target(int label, int x) {
        return new Target(label, new Box(x, 0, 20, 20), (px, py) -> true);
    }

    @Test
    void aMaskIsCutOutOfARegionAtTheCentresOfItsCells() {
        Target half = new Target(0, new Box(0, 0, 28, 28), (x, y) -> x < 14);
        float[] cells = new float[28 * 28];

        MaskTask.cut(half, new Rect(0, 0, 28, 28), cells, 0);

        assertThat(cells[13]).isEqualTo(1);
        assertThat(cells[14]).isZero();
        MaskTask.cut(half, new Rect(-28, 0, 28, 28), cells, 0);
        assertThat(cells[20]).isEqualTo(1);
        assertThat(cells[21]).isZero();
    }
}
