package io.buyme.catalog;

import io.buyme.api.Attributes.Tag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Puts what embedders make of pictures. For one transaction. */
final class EmbeddingWriter implements AutoCloseable {

    private static final String PUT_EMBEDDING = """
            INSERT INTO embeddings (product_id, space, image_hash, vector, attributes, checksum, sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (product_id, space) DO UPDATE SET image_hash = excluded.image_hash, vector = excluded.vector,
                attributes = excluded.attributes, checksum = excluded.checksum, sequence = excluded.sequence""";

    private static final String PUT_TAGS = """
            INSERT INTO seen_tags (product_id, space, tags) VALUES (?, ?, ?)
            ON CONFLICT (product_id, space) DO UPDATE SET tags = excluded.tags""";

    private final PreparedStatement embedding;
    private final PreparedStatement tags;

    EmbeddingWriter(Connection connection) throws SQLException {
        this.embedding = connection.prepareStatement(PUT_EMBEDDING);
        this.tags = connection.prepareStatement(PUT_TAGS);
    }

    /** Adds an embedding, or replaces the one of this product in this space. */
    void put(CatalogEntry entry, long sequence) throws SQLException {
        String productId = entry.product().id();
        String space = entry.embedding().space().id();
        String attributes = Columns.attributes(entry.attributes());
        embedding.setString(1, productId);
        embedding.setString(2, space);
        embedding.setString(3, entry.imageHash().orElse(null));
        embedding.setBytes(4, Columns.vector(productId, entry.embedding()));
        embedding.setString(5, attributes);
        embedding.setLong(6, RowChecksum.of(productId, entry.imageHash(), attributes));
        embedding.setLong(7, sequence);
        embedding.executeUpdate();
        tags.setString(1, productId);
        tags.setString(2, space);
        tags.setString(
                3,
                Columns.words(entry.attributes().tags().stream().map(Tag::name).toList()));
        tags.executeUpdate();
    }

    /** Removes all that embedders made of a product's picture. */
    static void remove(Connection connection, String productId) throws SQLException {
        Rows.change(connection, "DELETE FROM embeddings WHERE product_id = ?", productId);
        Rows.change(connection, "DELETE FROM seen_tags WHERE product_id = ?", productId);
    }

    @Override
    public void close() throws SQLException {
        try (embedding) {
            tags.close();
        }
    }
}
