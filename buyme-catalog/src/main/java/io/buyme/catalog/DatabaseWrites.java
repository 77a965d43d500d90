package io.buyme.catalog;

import static java.util.stream.Collectors.joining;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Product;
import io.buyme.catalog.CatalogDatabase.Sequenced;
import io.buyme.catalog.CatalogException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The statements that change a catalogue, each to be run inside a transaction. */
final class DatabaseWrites {

    private static final String PUT_PRODUCT =
            "INSERT INTO products (%s, sequence) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s"
                    .formatted(
                            String.join(", ", Columns.PRODUCT),
                            placeholders(Columns.PRODUCT.size() + 1),
                            Stream.concat(Columns.PRODUCT.stream().skip(1), Stream.of("sequence"))
                                    .map(column -> column + " = excluded." + column)
                                    .collect(joining(", ")));

    private static final String UPDATE_PRODUCT = "UPDATE products SET (%s, sequence) = (%s) WHERE id = ?"
            .formatted(String.join(", ", Columns.PRODUCT), placeholders(Columns.PRODUCT.size() + 1));

    private DatabaseWrites() {}

    private static String placeholders(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Puts entries and updates products; returns what was done. */
    static List<Change> write(
            Connection connection, EmbeddingSpace space, Collection<CatalogEntry> entries, Collection<Product> fields)
            throws SQLException {
        long sequence = reserve(connection, entries.size() + fields.size(), space);
        List<Change> changes = new ArrayList<>(putAll(connection, entries, sequence));
        changes.addAll(updateAll(connection, fields, sequence + entries.size()));
        return changes;
    }

    private static List<Change> putAll(Connection connection, Collection<CatalogEntry> entries, long firstSequence)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement product = connection.prepareStatement(PUT_PRODUCT);
                EmbeddingWriter embeddings = new EmbeddingWriter(connection);
                PreparedStatement tombstone =
                        connection.prepareStatement("DELETE FROM tombstones WHERE product_id = ?")) {
            long sequence = firstSequence;
            for (CatalogEntry entry : entries) {
                Columns.setProduct(product, entry.product());
                product.setLong(Columns.PRODUCT.size() + 1, sequence);
                product.executeUpdate();
                embeddings.put(entry, sequence);
                tombstone.setString(1, entry.product().id());
                tombstone.executeUpdate();
                changes.add(
                        new Change(sequence, Change.Kind.PUT, entry.product().id()));
                sequence++;
            }
        }
        return changes;
    }

    private static List<Change> updateAll(Connection connection, Collection<Product> products, long firstSequence)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(UPDATE_PRODUCT)) {
            for (Product product : products) {
                long sequence = firstSequence + changes.size();
                Columns.setProduct(update, product);
                update.setLong(Columns.PRODUCT.size() + 1, sequence);
                update.setString(Columns.PRODUCT.size() + 2, product.id());
                if (update.executeUpdate() > 0) {
                    changes.add(new Change(sequence, Change.Kind.CHANGED, product.id()));
                }
            }
        }
        return changes;
    }

    /** Removes products, leaves tombstones, and returns which of them there were. */
    static List<Change> removeAll(Connection connection, EmbeddingSpace space, Collection<String> ids)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        long firstSequence = reserve(connection, ids.size(), space);
        try (PreparedStatement product = connection.prepareStatement("DELETE FROM products WHERE id = ?");
                PreparedStatement tombstone =
                        connection.prepareStatement("INSERT INTO tombstones (product_id, sequence) VALUES (?, ?)")) {
            for (String id : ids) {
                product.setString(1, id);
                if (product.executeUpdate() > 0) {
                    long sequence = firstSequence + changes.size();
                    EmbeddingWriter.remove(connection, id);
                    tombstone.setString(1, id);
                    tombstone.setLong(2, sequence);
                    tombstone.executeUpdate();
                    changes.add(new Change(sequence, Change.Kind.REMOVED, id));
                }
            }
        }
        return changes;
    }

    /**
     * Puts embeddings in another space than the catalogue's own, of products that did not change since the given sequence
     * number of their own embedding; the others are passed over. Returns how many were put.
     */
    static int embed(Connection connection, EmbeddingSpace own, List<Sequenced<CatalogEntry>> entries)
            throws SQLException {
        long sequence = reserve(connection, entries.size(), own);
        int put = 0;
        try (EmbeddingWriter embeddings = new EmbeddingWriter(connection)) {
            for (Sequenced<CatalogEntry> entry : entries) {
                String productId = entry.value().product().id();
                long unchanged = Rows.number(
                        connection,
                        "SELECT COUNT(*) FROM embeddings WHERE product_id = ? AND space = ? AND sequence = ?",
                        productId,
                        own.id(),
                        entry.sequence());
                if (unchanged > 0) {
                    embeddings.put(entry.value(), sequence + put);
                    put++;
                }
            }
        }
        return put;
    }

    /**
     * Takes the next numbers of the sequence and returns the first of them. From here to the end of the transaction no
     * other writer comes between, on a server neither.
     */
    static long reserve(Connection connection, int count, EmbeddingSpace space) throws SQLException {
        Rows.change(connection, "UPDATE catalog SET last_sequence = last_sequence + ?", count);
        List<Long> last = Rows.all(
                connection, "SELECT last_sequence FROM catalog WHERE space = ?", row -> row.getLong(1), space.id());
        if (last.isEmpty()) {
            throw new CatalogException(
                    Reason.OTHER_SPACE,
                    "the catalogue was moved to another embedder meanwhile; open it again with that one, not with "
                            + space.id());
        }
        return last.get(0) - count + 1;
    }
}
