package io.buyme.catalog.feed;

import com.google.common.base.Splitter;
import io.buyme.api.Price;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a row says of its price.
 *
 * @param now what the product costs now
 * @param regular what it costs when there is no sale, if there is one
 */
record PriceFields(Optional<Price> now, Optional<Price> regular) {

    /** As Google's product data has it: {@code 2026-11-23T13:00-0800} or {@code 2026-11-23}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Returns the prices of a row at some time. One without a price is of a product all the same. */
    static PriceFields read(RowFields fields, PriceText texts, Instant time) throws FieldException {
        Optional<Price> regular = price(Field.PRICE, fields, texts);
        Optional<Price> sale = price(Field.SALE_PRICE, fields, texts);
        if (sale.isEmpty() || !lasts(fields, time)) {
            return new PriceFields(regular, Optional.empty());
        }
        if (regular.isEmpty()) {
            return new PriceFields(sale, Optional.empty());
        }
        if (!regular.get().currency().equals(sale.get().currency())) {
            throw new FieldException(
                    Field.SALE_PRICE,
                    "%s is of another currency than the price, %s".formatted(sale.get(), regular.get()));
        }
        int order = sale.get().amount().compareTo(regular.get().amount());
        if (order > 0) {
            throw new FieldException(
                    Field.SALE_PRICE, "%s is more than the price, %s".formatted(sale.get(), regular.get()));
        }
        return new PriceFields(sale, order == 0 ? Optional.empty() : regular);
    }

    private static Optional<Price> price(Field field, RowFields fields, PriceText texts) throws FieldException {
        if (!fields.has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(texts.parse(fields.text(field), fields.text(Field.CURRENCY)));
        } catch (IllegalArgumentException e) {
            throw new FieldException(field, String.valueOf(e.getMessage()));
        }
    }

    /** A sale without dates lasts until the feed says something else. */
    private static boolean lasts(RowFields fields, Instant time) throws FieldException {
        Optional<String> dates = fields.first(Field.SALE_DATES);
        if (dates.isEmpty()) {
            return true;
        }
        List<String> parts = Splitter.on('/').trimResults().splitToList(dates.get());
        try {
            if (parts.size() == 2) {
                return !time.isBefore(start(parts.get(0))) && time.isBefore(end(parts.get(1)));
            }
        } catch (DateTimeException e) {
            // told below, as is the wrong number of parts
        }
        throw new FieldException(
                Field.SALE_DATES, "'" + dates.get() + "' is no interval such as 2026-11-23T13:00Z/2026-11-30T13:00Z");
    }

    private static Instant start(String text) {
        return instant(text, 0);
    }

    /** A day without a time belongs to the sale as a whole. */
    private static Instant end(String text) {
        return instant(text, 1);
    }

    private static Instant instant(String text, int daysAfterDate) {
        TemporalAccessor date = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (date instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return date instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : LocalDate.from(date).plusDays(daysAfterDate).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
