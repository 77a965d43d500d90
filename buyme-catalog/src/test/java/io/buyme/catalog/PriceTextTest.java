package io.buyme.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.99 | EUR | 12.99 EUR",
                "12,99 | eur | 12.99 EUR",
                "12.99 EUR | '' | 12.99 EUR",
                "12.99EUR | EUR | 12.99 EUR",
                "5 USD | '' | 5 USD",
                "0 | JPY | 0 JPY"
            })
    void readsWhatShopsWrite(String amount, String currency, String price) {
        assertThat(PriceText.parse(amount, currency)).hasToString(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheap", "1,299", "1.299,00", "NaN", "1e999999999", "12.99 EUROS", "-1", "", "1 2", "$5"})
    void refusesWhatIsNoPriceOrCouldBeTwo(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> PriceText.parse(amount, "EUR"));
    }

    @Test
    void refusesCurrenciesThatAreMissingOrContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceText.parse("1", ""))
                .withMessageContaining("no currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceText.parse("1 USD", "EUR"))
                .withMessageContaining("contradict");
        assertThatIllegalArgumentException().isThrownBy(() -> PriceText.parse("1", "Euro"));
    }
}
