package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What a product costs.
 *
 * @param amount not negative
 * @param currency ISO 4217 code, such as {@code EUR}
 */
public record Price(BigDecimal amount, String currency) {

    /** Checks the amount's sign and the currency's form. */
    public Price {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative, got " + amount);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as EUR, got '" + currency + "'");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
