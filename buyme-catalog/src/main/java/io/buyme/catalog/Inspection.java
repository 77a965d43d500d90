package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at every page and row of a database, whether it is what was written. */
final class Inspection {

    private static final int MAX_PROBLEMS = 100;
    private static final int ROWS_PER_FETCH = 1000;

    private final List<String> problems = new ArrayList<>();

    private Inspection() {}

    /** Returns what is wrong with a database, at most {@value #MAX_PROBLEMS} things; empty if all is well. */
    static List<String> problems(Connection connection, Dialect dialect) throws SQLException {
        Inspection inspection = new Inspection();
        if (dialect == Dialect.SQLITE) {
            inspection.inspectPages(connection);
        }
        if (inspection.problems.isEmpty()) {
            inspection.inspectRows(connection);
        }
        return List.copyOf(inspection.problems);
    }

    /**
     * Checks a copy of a database.
     *
     * @param name of what was copied, for people
     * @return the sequence number of its last change
     * @throws CatalogException if it is damaged
     */
    static long requireSound(Path file, String name) {
        try (Connections connections = Connections.open(file)) {
            List<String> problems = connections.read(c -> problems(c, connections.dialect()));
            if (!problems.isEmpty()) {
                throw new CatalogException(
                        Reason.DAMAGED,
                        "%s is damaged: %s; restore a backup that is older"
                                .formatted(name, String.join("; ", problems.subList(0, Math.min(3, problems.size())))));
            }
            return connections.read(c -> Rows.number(c, "SELECT last_sequence FROM catalog"));
        }
    }

    private void inspectPages(Connection connection) throws SQLException {
        for (String line : Rows.all(connection, "PRAGMA integrity_check", row -> row.getString(1))) {
            if (!line.equals("ok")) {
                add(line);
            }
        }
    }

    private void inspectRows(Connection connection) throws SQLException {
        inspectAll(connection, "SELECT * FROM products", Columns::product);
        inspectAll(
                connection,
                "SELECT product_id, image_hash, vector, attributes, checksum FROM embeddings",
                Inspection::checkEmbedding);
        long lost = Rows.number(
                connection,
                "SELECT COUNT(*) FROM products p WHERE NOT EXISTS (SELECT 1 FROM embeddings e, catalog c"
                        + " WHERE e.product_id = p.id AND e.space = c.space)");
        if (lost > 0) {
            add(lost + " products have no embedding");
        }
    }

    private static String checkEmbedding(ResultSet row) throws SQLException {
        String productId = row.getString("product_id");
        String attributes = row.getString("attributes");
        Optional<String> imageHash = Optional.ofNullable(row.getString("image_hash"));
        long checksum = RowChecksum.of(productId, imageHash, attributes);
        Columns.requireChecksum(row, "checksum", checksum, "the picture of product " + productId);
        byte[] vector = row.getBytes("vector");
        if (row.getObject("checksum") != null && !Columns.isChecked(vector)) {
            throw new SqlFailure.DamageException("the vector of product " + productId + " has a wrong length");
        }
        Columns.requireVector(productId, vector);
        return productId;
    }

    private void inspectAll(Connection connection, String sql, Rows.Reader<?> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && problems.size() < MAX_PROBLEMS) {
                    try {
                        reader.read(row);
                    } catch (SqlFailure.DamageException e) {
                        add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
    }

    private void add(String problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }
}
