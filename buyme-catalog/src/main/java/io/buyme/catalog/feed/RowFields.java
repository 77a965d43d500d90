package io.buyme.catalog.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one row, each with the name that it has in the feed and its values, of which none is blank. */
final class RowFields {

    /** Google takes ten further pictures and Shopify 250; more values than this are left out. */
    private static final int MAX_VALUES = 250;

    private final Map<Field, String> names = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
    private Optional<FieldException> problem = Optional.empty();

    /** Notes by what name a field would be there, for rows that lack it. */
    RowFields name(Field field, String name) {
        names.put(field, name);
        return this;
    }

    /** Adds a value. */
    RowFields add(Field field, String value) {
        String text = value.strip();
        if (text.length() > TextLines.MAX_LENGTH) {
            return spoil(field, "is longer than " + TextLines.MAX_LENGTH + " characters");
        }
        List<String> all = values.computeIfAbsent(field, f -> new ArrayList<>());
        if (!text.isEmpty() && all.size() < MAX_VALUES) {
            all.add(text);
        }
        return this;
    }

    /** Replaces the values of a field. */
    RowFields set(Field field, String value) {
        values.remove(field);
        return add(field, value);
    }

    /** Has the row rejected because of a field, unless it is already. */
    RowFields spoil(Field field, String reason) {
        problem = problem.or(() -> Optional.of(new FieldException(field, reason)));
        return this;
    }

    /** Throws what the row is to be rejected for, if there is something. */
    void check() throws FieldException {
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    boolean has(Field field) {
        return !all(field).isEmpty();
    }

    /** Returns the name of a field in the feed. */
    String nameOf(Field field) {
        return names.getOrDefault(field, field.label());
    }

    /** Returns all values of a field. */
    List<String> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    /** Returns the first value of a field. */
    Optional<String> first(Field field) {
        return all(field).stream().findFirst();
    }

    /** Returns the first value of a field, or an empty text. */
    String text(Field field) {
        return first(field).orElse("");
    }

    /** Returns the first value of a field that must be there. */
    String required(Field field) throws FieldException {
        return first(field).orElseThrow(() -> new FieldException(field, "is missing"));
    }

    /** Returns the fields that have values, with these. */
    Map<Field, List<String>> values() {
        return values;
    }
}
