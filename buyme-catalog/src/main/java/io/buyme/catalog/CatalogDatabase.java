package io.buyme.catalog;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Lists;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The SQL of a catalogue. Every change is one transaction and gets sequence numbers, which follow the order of commits;
 * a removal leaves a tombstone, so that whoever follows the sequence learns of it.
 */
final class CatalogDatabase implements AutoCloseable {

    private static final int IDS_PER_QUERY = 500;

    private static final String PRODUCTS_WITH_EMBEDDINGS =
            "SELECT p.*, e.image_hash, e.vector, e.attributes FROM products p"
                    + " JOIN embeddings e ON e.product_id = p.id AND e.space = ?";

    private final EmbeddingSpace space;
    private final Connections connections;
    private final String id;

    private CatalogDatabase(EmbeddingSpace space, Connections connections, String id) {
        this.space = space;
        this.connections = connections;
        this.id = id;
    }

    static CatalogDatabase open(Path file, EmbeddingSpace space) {
        Connections connections = Connections.open(file);
        try {
            return new CatalogDatabase(space, connections, connections.write(c -> Schema.prepare(c, space)));
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /** Returns an id that no other catalogue has, not even one made in the same place later. */
    String id() {
        return id;
    }

    EmbeddingSpace space() {
        return space;
    }

    /** Returns the sequence number of the last change. */
    long sequence() {
        return number("SELECT last_sequence FROM catalog");
    }

    /** Returns the number of products. */
    long size() {
        return number("SELECT COUNT(*) FROM products");
    }

    private long number(String query) {
        return connections.read(c -> number(c, query));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Writes entries, and the fields of products whose embedding stays. Fields of a product that is not there are passed
     * over: it was removed meanwhile.
     */
    int write(Collection<CatalogEntry> entries, Collection<Product> fields) {
        return connections.write(c -> DatabaseWrites.write(c, entries, fields));
    }

    /** Removes products and returns how many there were. */
    int removeAll(Collection<String> ids) {
        return connections.write(c -> DatabaseWrites.removeAll(c, ids));
    }

    /** Returns the product of this id with all that is known of it. */
    Optional<CatalogEntry> find(String productId) {
        return connections.read(c -> {
            try (PreparedStatement select = c.prepareStatement(PRODUCTS_WITH_EMBEDDINGS + " WHERE p.id = ?")) {
                select.setString(1, space.id());
                select.setString(2, productId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(entry(row)) : Optional.empty();
                }
            }
        });
    }

    private CatalogEntry entry(ResultSet row) throws SQLException {
        return new CatalogEntry(
                Columns.product(row),
                Columns.embedding(space, row.getBytes("vector")),
                Columns.attributes(row.getString("attributes")),
                Optional.ofNullable(row.getString("image_hash")));
    }

    Map<String, DescribedProduct> productsById(Collection<String> ids) {
        Map<String, DescribedProduct> found = new HashMap<>();
        for (List<String> some : Lists.partition(List.copyOf(ids), IDS_PER_QUERY)) {
            connections.read(c -> found.size() + collect(c, some, found));
        }
        return found;
    }

    private int collect(Connection connection, List<String> ids, Map<String, DescribedProduct> into)
            throws SQLException {
        String places = Collections.nCopies(ids.size(), "?").stream().collect(joining(", ", "(", ")"));
        try (PreparedStatement select =
                connection.prepareStatement(PRODUCTS_WITH_EMBEDDINGS + " WHERE p.id IN " + places)) {
            select.setString(1, space.id());
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 2, ids.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Product product = Columns.product(row);
                    into.put(
                            product.id(),
                            new DescribedProduct(
                                    product,
                                    Columns.attributes(row.getString("attributes")),
                                    Optional.of(Columns.embedding(space, row.getBytes("vector")))));
                }
            }
        }
        return ids.size();
    }

    /** Returns products in the order of their ids, starting behind the given one. */
    List<Product> productsAfter(String productId, int limit) {
        return connections.read(c -> {
            try (PreparedStatement select =
                    c.prepareStatement("SELECT * FROM products WHERE id > ? ORDER BY id LIMIT ?")) {
                select.setString(1, productId);
                select.setInt(2, limit);
                List<Product> products = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        products.add(Columns.product(row));
                    }
                }
                return products;
            }
        });
    }

    /** Returns what was put after a sequence number and is still there, in order of sequence. */
    List<SequencedEntry> putAfter(long sequence, int limit) {
        String sql = "SELECT e.sequence, p.id, p.super_category, e.vector FROM embeddings e"
                + " JOIN products p ON p.id = e.product_id"
                + " WHERE e.space = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?";
        return connections.read(c -> {
            try (PreparedStatement select = c.prepareStatement(sql)) {
                select.setString(1, space.id());
                select.setLong(2, sequence);
                select.setInt(3, limit);
                List<SequencedEntry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        IndexEntry entry = new IndexEntry(
                                row.getString(2), row.getString(3), Columns.embedding(space, row.getBytes(4)));
                        entries.add(new SequencedEntry(row.getLong(1), entry));
                    }
                }
                return entries;
            }
        });
    }

    /** Returns the ids of what was removed after a sequence number and is still gone. */
    List<String> removedAfter(long sequence) {
        return connections.read(c -> {
            try (PreparedStatement select =
                    c.prepareStatement("SELECT product_id FROM tombstones WHERE sequence > ? ORDER BY sequence")) {
                select.setLong(1, sequence);
                List<String> ids = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
                return ids;
            }
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    /** What the index must hold, and since when. */
    record SequencedEntry(long sequence, IndexEntry entry) {}
}
