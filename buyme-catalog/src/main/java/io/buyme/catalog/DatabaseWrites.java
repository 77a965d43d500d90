package io.buyme.catalog;

import io.buyme.api.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** The statements that change a catalogue, each to be run inside a transaction. */
final class DatabaseWrites {

    private static final String PUT_PRODUCT = """
            INSERT INTO products (%s, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, brand = excluded.brand, price = excluded.price,
                currency = excluded.currency, link = excluded.link, image = excluded.image,
                category = excluded.category, super_category = excluded.super_category, sequence = excluded.sequence""".formatted(Columns.PRODUCT);

    private static final String PUT_EMBEDDING = """
            INSERT INTO embeddings (product_id, space, image_hash, vector, attributes, sequence)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (product_id, space) DO UPDATE SET image_hash = excluded.image_hash, vector = excluded.vector,
                attributes = excluded.attributes, sequence = excluded.sequence""";

    private static final String UPDATE_PRODUCT =
            "UPDATE products SET (%s, sequence) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"
                    .formatted(Columns.PRODUCT);

    private DatabaseWrites() {}

    /** Puts entries and updates products; returns how many of both there are. */
    static int write(Connection connection, Collection<CatalogEntry> entries, Collection<Product> fields)
            throws SQLException {
        int count = entries.size() + fields.size();
        long sequence = reserve(connection, count);
        putAll(connection, entries, sequence);
        updateAll(connection, fields, sequence + entries.size());
        return count;
    }

    private static void putAll(Connection connection, Collection<CatalogEntry> entries, long firstSequence)
            throws SQLException {
        try (PreparedStatement product = connection.prepareStatement(PUT_PRODUCT);
                PreparedStatement embedding = connection.prepareStatement(PUT_EMBEDDING);
                PreparedStatement tombstone =
                        connection.prepareStatement("DELETE FROM tombstones WHERE product_id = ?")) {
            long sequence = firstSequence;
            for (CatalogEntry entry : entries) {
                Columns.setProduct(product, entry.product());
                product.setLong(Columns.PRODUCT_COUNT + 1, sequence);
                product.executeUpdate();
                setEmbedding(embedding, entry, sequence);
                embedding.executeUpdate();
                tombstone.setString(1, entry.product().id());
                tombstone.executeUpdate();
                sequence++;
            }
        }
    }

    private static void setEmbedding(PreparedStatement statement, CatalogEntry entry, long sequence)
            throws SQLException {
        statement.setString(1, entry.product().id());
        statement.setString(2, entry.embedding().space().id());
        statement.setString(3, entry.imageHash().orElse(null));
        statement.setBytes(4, Columns.vector(entry.embedding()));
        statement.setString(5, Columns.attributes(entry.attributes()));
        statement.setLong(6, sequence);
    }

    private static void updateAll(Connection connection, Collection<Product> products, long firstSequence)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE_PRODUCT)) {
            long sequence = firstSequence;
            for (Product product : products) {
                Columns.setProduct(update, product);
                update.setLong(Columns.PRODUCT_COUNT + 1, sequence++);
                update.setString(Columns.PRODUCT_COUNT + 2, product.id());
                update.executeUpdate();
            }
        }
    }

    /** Removes products, leaves tombstones, and returns how many there were. */
    static int removeAll(Connection connection, Collection<String> ids) throws SQLException {
        int removed = 0;
        long sequence = reserve(connection, ids.size());
        try (PreparedStatement product = connection.prepareStatement("DELETE FROM products WHERE id = ?");
                PreparedStatement embedding =
                        connection.prepareStatement("DELETE FROM embeddings WHERE product_id = ?");
                PreparedStatement tombstone =
                        connection.prepareStatement("INSERT INTO tombstones (product_id, sequence) VALUES (?, ?)")) {
            for (String id : ids) {
                product.setString(1, id);
                if (product.executeUpdate() > 0) {
                    embedding.setString(1, id);
                    embedding.executeUpdate();
                    tombstone.setString(1, id);
                    tombstone.setLong(2, sequence + removed);
                    tombstone.executeUpdate();
                    removed++;
                }
            }
        }
        return removed;
    }

    /** Takes the next numbers of the sequence and returns the first of them. */
    private static long reserve(Connection connection, int count) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement("UPDATE catalog SET last_sequence = last_sequence + ?");
                Statement select = connection.createStatement()) {
            update.setInt(1, count);
            update.executeUpdate();
            try (ResultSet row = select.executeQuery("SELECT last_sequence FROM catalog")) {
                row.next();
                return row.getLong(1) - count + 1;
            }
        }
    }
}
