package io.buyme.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
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
                "12,99 EUR | '' | 12.99 EUR",
                "EUR 12.99 | '' | 12.99 EUR",
                "EUR12,99 | eur | 12.99 EUR",
                "0 | JPY | 0 JPY"
            })
    void readsWhatShopsWrite(String amount, String currency, String price) {
        assertThat(new PriceText(Optional.empty()).parse(amount, currency)).hasToString(price);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cheap",
                "1,299",
                "1.299,00",
                "NaN",
                "1e999999999",
                "12.99 EUROS",
                "EUR 12.99 EUR",
                "€12.99",
                "-1",
                "",
                "1 2",
                "$5"
            })
    void refusesWhatIsNoPriceOrCouldBeTwo(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceText(Optional.empty()).parse(amount, "EUR"));
    }

    @Test
    void refusesCurrenciesThatAreMissingOrContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceText(Optional.empty()).parse("1", ""))
                .withMessageContaining("no currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceText(Optional.empty()).parse("1 USD", "EUR"))
                .withMessageContaining("contradict");
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceText(Optional.empty()).parse("1", "Euro"));
    }

    @Test
    void takesTheCurrencyOfTheOptionsOnlyWhereThereIsNoOther() {
        PriceText texts = new PriceText(Optional.of("USD"));
        assertThat(texts.parse("1.50", "")).hasToString("1.50 USD");
        assertThat(texts.parse("1.50", "GBP")).hasToString("1.50 GBP");
        assertThat(texts.parse("EUR 1.50", "")).hasToString("1.50 EUR");
    }
}
