package io.buyme.catalog;

import io.buyme.api.Price;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prices as shops write them. */
final class PriceText {

    /**
     * A comma counts as a decimal mark, but only with one or two digits behind it: {@code 1,299} could be either. The
     * number of digits is bounded, so that no text makes a number of a million digits.
     */
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,6}|,\\d{1,2})?)\\s*([A-Za-z]{3})?");

    private PriceText() {}

    /**
     * Returns the price of an amount, which may have its currency behind it, and the text of the currency column.
     *
     * @throws IllegalArgumentException if it is no price; the message says why
     */
    static Price parse(String amount, String currencyColumn) {
        Matcher matcher = FORM.matcher(amount.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + amount + "' is no price; wanted an amount such as 12.99 or 12.99 EUR");
        }
        String behind = upper(matcher.group(2) == null ? "" : matcher.group(2));
        String column = upper(currencyColumn);
        if (behind.isEmpty() && column.isEmpty()) {
            throw new IllegalArgumentException("price '" + amount + "' has no currency; add one, such as 12.99 EUR");
        }
        if (!behind.isEmpty() && !column.isEmpty() && !behind.equals(column)) {
            throw new IllegalArgumentException(
                    "price '%s' and currency '%s' contradict each other".formatted(amount, currencyColumn));
        }
        return new Price(new BigDecimal(matcher.group(1).replace(',', '.')), behind.isEmpty() ? column : behind);
    }

    private static String upper(String currency) {
        return currency.strip().toUpperCase(Locale.ROOT);
    }
}
