package io.buyme.catalog.feed;

/** A field of a row has no good value. Caught where the row becomes a {@link Rejected}. */
final class FieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Field field;

    FieldException(Field field, String message) {
        super(message);
        this.field = field;
    }

    Field field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
