package io.buyme.catalog.feed;

import io.buyme.api.Price;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prices as shops write them. */
final class PriceText {

    /**
     * A comma counts as a decimal mark, but only with one or two digits behind it: {@code 1,299} could be either. The
     * number of digits is bounded, so that no text makes a number of a million digits.
     */
    private static final String AMOUNT = "(?<amount>-?\\d{1,12}(?:\\.\\d{1,6}|,\\d{1,2})?)";

    private static final Pattern BEHIND = Pattern.compile(AMOUNT + "\\s*(?<currency>[A-Za-z]{3})?");
    private static final Pattern BEFORE = Pattern.compile("(?<currency>[A-Za-z]{3})\\s*" + AMOUNT);

    private final Optional<String> standardCurrency;

    /** Creates a reader of prices of which some have no currency at all, but one that is known from elsewhere. */
    PriceText(Optional<String> standardCurrency) {
        this.standardCurrency = standardCurrency;
    }

    /**
     * Returns the price of an amount, which may have its currency behind or before it, and the text of the currency
     * column.
     *
     * @throws IllegalArgumentException if it is no price; the message says why
     */
    Price parse(String amount, String currencyColumn) {
        Matcher matcher = BEHIND.matcher(amount.strip());
        if (!matcher.matches() && !matcher.usePattern(BEFORE).matches()) {
            throw new IllegalArgumentException("'" + shortened(amount)
                    + "' is no price; wanted an amount without thousands separators, such as 12.99 or 12.99 EUR");
        }
        String own = upper(matcher.group("currency") == null ? "" : matcher.group("currency"));
        String column = upper(currencyColumn);
        if (!own.isEmpty() && !column.isEmpty() && !own.equals(column)) {
            throw new IllegalArgumentException(
                    "price '%s' and currency '%s' contradict each other".formatted(amount, currencyColumn));
        }
        return new Price(
                new BigDecimal(matcher.group("amount").replace(',', '.')),
                currency(amount, own.isEmpty() ? column : own));
    }

    private String currency(String amount, String told) {
        if (!told.isEmpty()) {
            return told;
        }
        return standardCurrency.orElseThrow(() -> new IllegalArgumentException(
                "price '" + amount + "' has no currency; write it as 12.99 EUR, or say in which currency the feed is"));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static String upper(String currency) {
        return currency.strip().toUpperCase(Locale.ROOT);
    }
}
