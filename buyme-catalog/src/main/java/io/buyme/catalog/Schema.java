package io.buyme.catalog;

import io.buyme.api.EmbeddingSpace;
import io.buyme.catalog.CatalogException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of a catalogue, and the steps from each version of them to the next. */
final class Schema {

    /**
     * Step {@code n} leads from version {@code n} to version {@code n + 1}; an empty database is version 0. A step that
     * was released is never changed: what comes later is a new step.
     *
     * <p>{@code products.sequence} counts every change, {@code embeddings.sequence} only those which the vector index
     * must follow, so that new prices do not touch it. Both come from the one counter in {@code catalog}.
     *
     * <p>Version 2 has the details of products, and checksums; rows that version 1 wrote have none of them. The tags that
     * an embedder sees are in its {@code attributes}, and once more in a small table of their own, as filters read those
     * of all products, and the rows with the vectors are large.
     */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            CREATE TABLE catalog (
                id TEXT NOT NULL,
                space TEXT NOT NULL,
                last_sequence BIGINT NOT NULL)""",
                    """
            CREATE TABLE products (
                id TEXT NOT NULL PRIMARY KEY,
                title TEXT NOT NULL,
                brand TEXT,
                price TEXT,
                currency TEXT,
                link TEXT,
                image TEXT NOT NULL,
                category TEXT NOT NULL,
                super_category TEXT NOT NULL,
                sequence BIGINT NOT NULL)""",
                    """
            CREATE TABLE embeddings (
                product_id TEXT NOT NULL,
                space TEXT NOT NULL,
                image_hash TEXT,
                vector {bytes} NOT NULL,
                attributes TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                PRIMARY KEY (product_id, space))""",
                    "CREATE INDEX embeddings_by_sequence ON embeddings (sequence)",
                    """
            CREATE TABLE tombstones (
                product_id TEXT NOT NULL PRIMARY KEY,
                sequence BIGINT NOT NULL)""",
                    "CREATE INDEX tombstones_by_sequence ON tombstones (sequence)"),
            List.of(
                    "ALTER TABLE products ADD COLUMN availability TEXT",
                    "ALTER TABLE products ADD COLUMN color TEXT",
                    "ALTER TABLE products ADD COLUMN gender TEXT",
                    "ALTER TABLE products ADD COLUMN sizes TEXT",
                    "ALTER TABLE products ADD COLUMN style_group TEXT",
                    "ALTER TABLE products ADD COLUMN tags TEXT",
                    "ALTER TABLE products ADD COLUMN regular_price TEXT",
                    "ALTER TABLE products ADD COLUMN regular_currency TEXT",
                    "ALTER TABLE products ADD COLUMN more_images TEXT",
                    "ALTER TABLE products ADD COLUMN category_score DOUBLE PRECISION",
                    "ALTER TABLE products ADD COLUMN checksum BIGINT",
                    "ALTER TABLE embeddings ADD COLUMN checksum BIGINT",
                    "CREATE INDEX products_by_sequence ON products (sequence)",
                    """
                    CREATE TABLE seen_tags (
                        product_id TEXT NOT NULL,
                        space TEXT NOT NULL,
                        tags TEXT NOT NULL,
                        PRIMARY KEY (product_id, space))"""));

    private Schema() {}

    /** Returns the space of a catalogue, if the database holds one. */
    static Optional<EmbeddingSpace> space(Connection connection, Dialect dialect) throws SQLException {
        migrate(connection, dialect);
        return identity(connection).map(identity -> EmbeddingSpace.parse(identity.space()));
    }

    /** Brings the tables to the version of this library, and returns the catalogue's own id. */
    static String prepare(Connection connection, Dialect dialect, EmbeddingSpace space) throws SQLException {
        migrate(connection, dialect);
        Optional<Identity> identity = identity(connection);
        if (identity.isEmpty()) {
            return create(connection, space);
        }
        if (!identity.get().space().equals(space.id())) {
            throw new CatalogException(
                    Reason.OTHER_SPACE,
                    ("the catalogue holds embeddings of space %s, but the embedder makes %s; "
                                    + "open it with the embedder it was made with, or ingest the feed into a new folder")
                            .formatted(identity.get().space(), space.id()));
        }
        return identity.get().id();
    }

    private static void migrate(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
            int version = version(statement);
            if (version > STEPS.size()) {
                throw new CatalogException(
                        Reason.NEWER_VERSION,
                        "the catalogue has schema version %d, this library knows up to %d; use a newer BuyMe"
                                .formatted(version, STEPS.size()));
            }
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String sql : step) {
                    statement.execute(dialect.translate(sql));
                }
            }
            if (version < STEPS.size()) {
                statement.execute("DELETE FROM schema_version");
                statement.execute("INSERT INTO schema_version (version) VALUES (" + STEPS.size() + ")");
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT version FROM schema_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static Optional<Identity> identity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, space FROM catalog")) {
            return row.next() ? Optional.of(new Identity(row.getString(1), row.getString(2))) : Optional.empty();
        }
    }

    private static String create(Connection connection, EmbeddingSpace space) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO catalog (id, space, last_sequence) VALUES (?, ?, 0)")) {
            insert.setString(1, id);
            insert.setString(2, space.id());
            insert.executeUpdate();
        }
        return id;
    }

    private record Identity(String id, String space) {}
}
