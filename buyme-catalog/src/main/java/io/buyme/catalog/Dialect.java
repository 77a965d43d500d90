package io.buyme.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** In what the SQL of databases differs, as far as a catalogue is concerned. */
enum Dialect {
    SQLITE("BLOB"),
    POSTGRESQL("BYTEA");

    private final String bytes;

    Dialect(String bytes) {
        this.bytes = bytes;
    }

    /** Returns the dialect of a connection's database; what is not known is taken for PostgreSQL's kin. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("sqlite") ? SQLITE : POSTGRESQL;
    }

    /** Returns a statement with the dialect's own word for each type in braces. */
    String translate(String sql) {
        return sql.replace("{bytes}", bytes);
    }
}
