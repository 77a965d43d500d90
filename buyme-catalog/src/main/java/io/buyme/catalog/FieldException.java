package io.buyme.catalog;

/** A field of a row has no good value. Caught where the row becomes a {@link Rejected}. */
final class FieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    FieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
