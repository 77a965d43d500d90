package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void averagePrecisionIsTheMeanPrecisionAtTheRightPlaces() {
        // Right at places 1, 3 and 6: precisions 1/1, 2/3 and 3/6.
        assertThat(ranking("+-+--+").averagePrecision()).isCloseTo((1 + 2 / 3.0 + 0.5) / 3, within(1e-12));
        // Right at places 2 and 5: 1/2 and 2/5.
        assertThat(ranking("-+--+").averagePrecision()).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void averagePrecisionIsOneWhenAllRightOnesComeFirstAndLeastWhenLast() {
        assertThat(ranking("+++---").averagePrecision()).isEqualTo(1);
        assertThat(ranking("---+").averagePrecision()).isEqualTo(0.25);
        assertThat(ranking("---").averagePrecision()).isZero();
        assertThat(ranking("").averagePrecision()).isZero();
    }

    @Test
    void precisionCountsTheFirstPlaces() {
        Ranking ranking = ranking("+-+-+-");
        assertThat(ranking.precisionAt(1)).isEqualTo(1);
        assertThat(ranking.precisionAt(2)).isEqualTo(0.5);
        assertThat(ranking.precisionAt(5)).isEqualTo(0.6);
    }

    @Test
    void placesThatAreNotThereDoNotCountAgainstPrecision() {
        assertThat(ranking("++-").precisionAt(10)).isEqualTo(2 / 3.0);
        assertThat(ranking("").precisionAt(10)).isZero();
    }

    @Test
    void aHitIsARightAnswerEarlyEnough() {
        Ranking ranking = ranking("----+-+");
        assertThat(ranking.hitAt(4)).isFalse();
        assertThat(ranking.hitAt(5)).isTrue();
        assertThat(ranking.hitAt(100)).isTrue();
        assertThat(ranking("---").hitAt(3)).isFalse();
        assertThat(ranking("---").hasAnswer()).isFalse();
    }

    @Test
    void recallIsTheShareOfHits() {
        Recall recall =
                Recall.of(List.of(ranking("+---------"), ranking("----+"), ranking("---------+"), ranking("-")));
        assertThat(recall).isEqualTo(new Recall(0.25, 0.5, 0.75, 4));
        assertThat(Recall.of(List.of()).recallAt1()).isNull();
    }

    private static Ranking ranking(String places) {
        return Ranking.of(places.chars().boxed().toList(), place -> place == '+');
    }
}
