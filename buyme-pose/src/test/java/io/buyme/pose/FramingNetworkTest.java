package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.api.spi.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingNetworkTest {

    private static final int INPUTS = FramingNetwork.inputs().size();

    /** One unit that looks at the first input; the head's output follows it, that of the feet stays in the middle. */
    private static final FramingNetwork FIRST_INPUT = FramingNetwork.of(
            List.of(firstOf(INPUTS)), List.of(0.0), List.of(List.of(2.0), List.of(0.0)), List.of(1.0, 0.0));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void computesItsFormula() {
        double head = 1 / (1 + Math.exp(-(2 * Math.tanh(0.5) + 1)));
        assertThat(FIRST_INPUT.wholeness(inputs(0.5))).isCloseTo((1 - head) * 0.5, within(1e-12));
    }

    @Test
    void staysTheSameInAFile() {
        Path file = folder.resolve("framing.properties");
        FramingNetwork builtIn = FramingNetwork.builtIn();
        builtIn.save(file, List.of("of a test", "two\nlines=1"));
        for (double value : new double[] {-1, -0.3, 0.4, 1}) {
            assertThat(FramingNetwork.load(file).wholeness(inputs(value)))
                    .isCloseTo(builtIn.wholeness(inputs(value)), within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "inputs=A B",
                "inputs=%s",
                "inputs=%s\nhidden.weights=1 2\nhidden.biases=0\noutput.weights=1;1\noutput.biases=0 0",
                "inputs=%s\nhidden.weights=x\nhidden.biases=0\noutput.weights=1;1\noutput.biases=0 0",
                "inputs=%s\nhidden.biases=NaN",
                "\\u00zz"
            })
    void refusesFilesThatHoldNoWeights(String content) throws IOException {
        Path file = Files.writeString(
                folder.resolve("framing.properties"), content.replace("%s", String.join(" ", FramingNetwork.inputs())));
        assertThatThrownBy(() -> FramingNetwork.load(file))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("buyme train gate");
    }

    @Test
    void providersReadItFromTheirOption() {
        Options options = Options.of(Map.of("gate", folder.resolve("none").toString()));
        assertThatThrownBy(() -> new BlazePoseProvider().create(options)).hasMessageContaining("none");
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FramingNetwork.of(List.of(), List.of(), List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FramingNetwork.of(
                        List.of(firstOf(INPUTS)),
                        List.of(Double.NaN),
                        List.of(List.of(1.0), List.of(1.0)),
                        List.of(0.0, 0.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRST_INPUT.wholeness(List.of(1.0)));
    }

    @Test
    void measuresBeyondTheirRangeCountAsItsEnd() {
        assertThat(Measure.DETECTION.scaled(7)).isEqualTo(1);
        assertThat(Measure.SOLES_TO_BOTTOM.scaled(-9)).isEqualTo(-1);
        assertThat(Measure.DETECTION.scaled(0.5)).isZero();
    }

    private static List<Double> inputs(double first) {
        List<Double> inputs = new ArrayList<>(Collections.nCopies(INPUTS, 0.1));
        inputs.set(0, first);
        return inputs;
    }

    private static List<Double> firstOf(int size) {
        List<Double> row = new ArrayList<>(Collections.nCopies(size, 0.0));
        row.set(0, 1.0);
        return row;
    }
}
