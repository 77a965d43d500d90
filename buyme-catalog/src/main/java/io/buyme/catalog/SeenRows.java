package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The ids that a feed mentioned so far, in a private database that SQLite keeps in memory while it is small, moves to a
 * temporary file when it grows, and deletes when it is closed.
 */
final class SeenRows implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement claim;
    private final PreparedStatement mention;
    private final PreparedStatement location;

    private SeenRows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seen (id TEXT NOT NULL PRIMARY KEY, location TEXT) WITHOUT ROWID");
        }
        this.claim = connection.prepareStatement("INSERT INTO seen (id, location) VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET location = excluded.location WHERE location IS NULL");
        this.mention = connection.prepareStatement("INSERT INTO seen (id) VALUES (?) ON CONFLICT DO NOTHING");
        this.location = connection.prepareStatement("SELECT location FROM seen WHERE id = ?");
    }

    static SeenRows open() {
        try {
            return new SeenRows(DriverManager.getConnection("jdbc:sqlite:"));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes an id for a row, or returns where the row is that has it already. */
    Optional<String> claim(String id, String where) {
        try {
            claim.setString(1, id);
            claim.setString(2, where);
            return claim.executeUpdate() > 0 ? Optional.empty() : location(id);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Notes that the feed has a row of this id, though not a good one. */
    void mention(String id) {
        try {
            mention.setString(1, id);
            mention.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    boolean contains(String id) {
        try {
            location.setString(1, id);
            try (ResultSet row = location.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    boolean isEmpty() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM seen LIMIT 1")) {
            return !row.next();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Optional<String> location(String id) throws SQLException {
        location.setString(1, id);
        try (ResultSet row = location.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static CatalogException failure(SQLException e) {
        return new CatalogException(
                Reason.DATABASE,
                "cannot keep the ids of the feed in a temporary database: %s; check the space in the temporary folder"
                        .formatted(e.getMessage()),
                e);
    }
}
