package io.buyme.api;

import static java.util.stream.Collectors.joining;

import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.ProductFilter.Condition;
import io.buyme.api.ProductFilter.Field;
import io.buyme.api.ProductFilter.PriceRange;
import io.buyme.api.ProductFilter.Stock;
import io.buyme.api.ProductFilter.Word;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads clauses of a {@link ProductFilter} as people type them. */
final class FilterText {

    /** The number of digits is bounded, so that no text makes a number of a million digits. */
    private static final String AMOUNT = "(\\d{1,12}(?:\\.\\d{1,6})?)?";

    private static final Pattern PRICE =
            Pattern.compile(AMOUNT + "\\s{0,9}\\.\\.\\s{0,9}" + AMOUNT + "\\s{1,9}([A-Za-z]{3})");

    private FilterText() {}

    static List<Condition> parse(String clause) {
        int equals = clause.indexOf('=');
        if (equals < 1 || equals == clause.length() - 1) {
            throw new IllegalArgumentException(
                    "'%s' is no condition; write it as brand=Acme|Ajax, price=20..60 EUR or availability=in stock"
                            .formatted(clause));
        }
        String field = clause.substring(0, equals);
        return Stream.of(clause.substring(equals + 1).split("\\|", -1))
                .map(value -> condition(field, stated(clause, value.strip())))
                .toList();
    }

    private static String stated(String clause, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' leaves out a value; write at least a word before and after each |".formatted(clause));
        }
        return value;
    }

    private static Condition condition(String field, String value) {
        String name = Taxonomy.normalize(field);
        return switch (name) {
            case "price" -> price(value);
            case "availability" -> new Stock(constant(Availability.class, value, "availability"));
            default -> new Word(constant(Field.class, field, "field"), value);
        };
    }

    private static PriceRange price(String value) {
        Matcher range = PRICE.matcher(value);
        if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
            throw new IllegalArgumentException(
                    "'%s' is no range of prices; write 20..60 EUR, 20.. EUR or ..60 EUR".formatted(value));
        }
        return new PriceRange(
                range.group(3),
                Optional.ofNullable(range.group(1)).map(BigDecimal::new),
                Optional.ofNullable(range.group(2)).map(BigDecimal::new));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word, String what) {
        String name = Taxonomy.normalize(word).replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s '%s'; there are: %s"
                        .formatted(
                                what,
                                word,
                                Arrays.stream(type.getEnumConstants())
                                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                                        .collect(joining(", ")))));
    }
}
