package io.buyme.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries, with the handling of statements and result sets that all of them have in common. */
final class Rows {

    private Rows() {}

    /** Returns what a reader makes of each row. */
    static <T> List<T> all(Connection connection, String sql, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<T> results = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    results.add(reader.read(row));
                }
            }
            return results;
        }
    }

    /** Returns the number in the only row. */
    static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return all(connection, sql, row -> row.getLong(1), parameters).get(0);
    }

    /** Runs a statement and returns how many rows it changed. */
    static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /**
     * Reads a row.
     *
     * @param <T> what it makes of it
     */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
