package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.BuyMeException;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    @Test
    void readsALabelALine() {
        Labels labels = parse("\uFEFFbackground\r\nT-Shirt\r\n\r\n- skin\r\nshoes\t1.5\t-0.25\r\n\r\n");
        assertThat(labels.size()).isEqualTo(5);
        assertThat(labels.startWithBackground()).isTrue();
        assertThat(labels.at(1)).contains(Label.of("T-Shirt", SuperCategory.UPPER));
        assertThat(labels.at(2)).contains(Label.noArticle(""));
        assertThat(labels.at(3)).contains(Label.noArticle("- skin"));
        assertThat(labels.at(4).orElseThrow().scale()).isEqualTo(1.5);
        assertThat(labels.at(4).orElseThrow().offset()).isEqualTo(-0.25);
        assertThat(labels.at(5)).isEmpty();
        assertThat(labels.at(-1)).isEmpty();
    }

    @Test
    void leavesScoresAloneWithoutCalibration() {
        assertThat(Label.of("shirt", SuperCategory.UPPER).calibrate(0.123)).isEqualTo(0.123);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shirt\t1", "shirt\t1\tb", "shirt\t1\t2\t3", "", "-\n-\n", "shirt\nunheard of"})
    void refusesWhatIsNoLabelFile(String text) {
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> parse(text))
                .withMessageContaining("test.txt");
    }

    private static Labels parse(String text) {
        return Labels.parse(text, Taxonomy.standard(), "test.txt");
    }
}
