package io.buyme.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final Options options = Options.of(Map.of("m", "16", "ratio", "0.5", "exact", "false"));

    @Test
    void readsTypedSettings() {
        assertThat(options.integer("m", 8, 2, 64)).isEqualTo(16);
        assertThat(options.decimal("ratio", 1, 0, 1)).isEqualTo(0.5);
        assertThat(options.integer("absent", 8, 2, 64)).isEqualTo(8);
        assertThat(options.flag("exact", true)).isFalse();
        assertThat(options.flag("absent", true)).isTrue();
        assertThat(options.text("absent")).isEmpty();
    }

    @Test
    void namesUnknownSettings() {
        assertThat(options.only("m", "ratio", "exact", "other")).isSameAs(options);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.only("ratio", "exact", "efSearch"))
                .withMessage("unknown option [m]; known are [efSearch, exact, ratio]");
    }

    @Test
    void saysWhatAFlagMustBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.flag("m", true))
                .withMessage("option m must be true or false, got '16'");
    }

    @Test
    void saysWhatANumberMustBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.integer("m", 8, 2, 8))
                .withMessage("option m must be a whole number from 2 to 8, got '16'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.integer("ratio", 8, 2, 8))
                .withMessage("option ratio must be a whole number from 2 to 8, got '0.5'");
    }
}
