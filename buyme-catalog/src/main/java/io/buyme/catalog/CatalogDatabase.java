package io.buyme.catalog;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.google.common.collect.Lists;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The SQL of a catalogue, seen from one embedding space. Every change is one transaction and gets sequence numbers, which
 * follow the order of commits; a removal leaves a tombstone, so that whoever follows the sequence learns of it.
 */
final class CatalogDatabase implements AutoCloseable {

    private static final int IDS_PER_QUERY = 500;

    private static final String ENTRIES =
            "SELECT p.*, e.image_hash, e.vector, e.attributes, e.checksum AS embedding_checksum FROM products p"
                    + " JOIN embeddings e ON e.product_id = p.id AND e.space = ?";

    /** An embedding of this space is behind if the one of the other space was made later. */
    private static final String BEHIND = " FROM products p JOIN embeddings o ON o.product_id = p.id AND o.space = ?"
            + " LEFT JOIN embeddings e ON e.product_id = p.id AND e.space = ?"
            + " WHERE (e.sequence IS NULL OR e.sequence < o.sequence)";

    private static final String COUNT_BEHIND = "SELECT COUNT(*)" + BEHIND;

    private final EmbeddingSpace space;
    private final Connections connections;
    private final String id;

    private CatalogDatabase(EmbeddingSpace space, Connections connections, String id) {
        this.space = space;
        this.connections = connections;
        this.id = id;
    }

    /** Opens a database file, which is made if it is not there. */
    static CatalogDatabase open(Path file, EmbeddingSpace space) {
        return open(Connections.open(file), space);
    }

    /** Opens a database on a server. */
    static CatalogDatabase open(DataSource server, EmbeddingSpace space) {
        return open(Connections.open(server), space);
    }

    /** Returns the space of the catalogue in a database file, if it has one. */
    static Optional<EmbeddingSpace> spaceOf(Path file) {
        try (Connections connections = Connections.open(file)) {
            return connections.write(c -> Schema.space(c, connections.dialect()));
        }
    }

    private static CatalogDatabase open(Connections connections, EmbeddingSpace space) {
        try {
            String id = connections.write(c -> Schema.prepare(c, connections.dialect(), space));
            return new CatalogDatabase(space, connections, id);
        } catch (RuntimeException | Error e) {
            connections.close();
            throw e;
        }
    }

    /** Returns the same database, seen from another space; closing either closes both. */
    CatalogDatabase in(EmbeddingSpace other) {
        return new CatalogDatabase(other, connections, id);
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
        return connections.read(c -> Rows.number(c, "SELECT last_sequence FROM catalog"));
    }

    /** Returns the number of products. */
    long size() {
        return connections.read(c -> Rows.number(c, "SELECT COUNT(*) FROM products"));
    }

    /** Returns the number of products that have an embedding in this space. */
    long embedded() {
        return connections.read(c -> Rows.number(c, "SELECT COUNT(*) FROM embeddings WHERE space = ?", space.id()));
    }

    /**
     * Writes entries, and the fields of products whose embedding stays. Fields of a product that is not there are passed
     * over: it was removed meanwhile.
     */
    void write(Collection<CatalogEntry> entries, Collection<Product> fields, Journaling journal) {
        connections.write(c -> journal.add(DatabaseWrites.write(c, space, entries, fields)));
    }

    /** Writes embeddings in this space of products that did not change since, in the catalogue's own space. */
    int embed(EmbeddingSpace own, List<Sequenced<CatalogEntry>> entries) {
        return connections.write(c -> DatabaseWrites.embed(c, own, entries));
    }

    /** Removes products and returns how many there were. */
    int removeAll(Collection<String> ids, Journaling journal) {
        return connections.write(c -> journal.add(DatabaseWrites.removeAll(c, space, ids)));
    }

    /** Returns the product of this id with all that is known of it. */
    Optional<CatalogEntry> find(String productId) {
        return connections
                .read(c -> Rows.all(c, ENTRIES + " WHERE p.id = ?", this::entry, space.id(), productId))
                .stream()
                .findFirst();
    }

    private CatalogEntry entry(ResultSet row) throws SQLException {
        Product product = Columns.product(row);
        String attributes = row.getString("attributes");
        Optional<String> imageHash = Optional.ofNullable(row.getString("image_hash"));
        long checksum = RowChecksum.of(product.id(), imageHash, attributes);
        Columns.requireChecksum(row, "embedding_checksum", checksum, "the picture of product " + product.id());
        return new CatalogEntry(
                product,
                Columns.embedding(space, product.id(), row.getBytes("vector")),
                Columns.attributes(attributes),
                imageHash);
    }

    Map<String, DescribedProduct> productsById(Collection<String> ids) {
        Map<String, DescribedProduct> found = new HashMap<>();
        for (List<String> some : Lists.partition(List.copyOf(ids), IDS_PER_QUERY)) {
            found.putAll(someById(some));
        }
        return found;
    }

    private Map<String, DescribedProduct> someById(List<String> ids) {
        String places = Collections.nCopies(ids.size(), "?").stream().collect(joining(", ", "(", ")"));
        List<Object> parameters = new ArrayList<>(List.of(space.id()));
        parameters.addAll(ids);
        return connections
                .read(c -> Rows.all(c, ENTRIES + " WHERE p.id IN " + places, this::entry, parameters.toArray()))
                .stream()
                .collect(toMap(
                        entry -> entry.product().id(),
                        entry -> new DescribedProduct(
                                entry.product(), entry.attributes(), Optional.of(entry.embedding()))));
    }

    /** Returns products in the order of their ids, starting behind the given one. */
    List<Product> productsAfter(String productId, int limit) {
        return connections.read(c -> Rows.all(
                c, "SELECT * FROM products WHERE id > ? ORDER BY id LIMIT ?", Columns::product, productId, limit));
    }

    /** Returns what filters ask of products that were put or changed after a sequence number, in order of sequence. */
    List<Sequenced<Product>> changedAfter(long sequence, int limit) {
        String sql = "SELECT p.sequence, " + Columns.FACTS + ", s.tags AS seen FROM products p"
                + " LEFT JOIN seen_tags s ON s.product_id = p.id AND s.space = ?"
                + " WHERE p.sequence > ? ORDER BY p.sequence LIMIT ?";
        return connections.read(c -> Rows.all(
                c,
                sql,
                row -> new Sequenced<>(row.getLong("sequence"), Columns.facts(row)),
                space.id(),
                sequence,
                limit));
    }

    /** Returns what the index must hold and was put after a sequence number, up to another, in order of sequence. */
    List<Sequenced<IndexEntry>> putAfter(long sequence, long last, int limit) {
        String sql = "SELECT e.sequence, p.id, p.super_category, e.vector FROM embeddings e"
                + " JOIN products p ON p.id = e.product_id"
                + " WHERE e.space = ? AND e.sequence > ? AND e.sequence <= ? ORDER BY e.sequence LIMIT ?";
        return connections.read(c -> Rows.all(c, sql, this::indexEntry, space.id(), sequence, last, limit));
    }

    private Sequenced<IndexEntry> indexEntry(ResultSet row) throws SQLException {
        String productId = row.getString(2);
        IndexEntry entry =
                new IndexEntry(productId, row.getString(3), Columns.embedding(space, productId, row.getBytes(4)));
        return new Sequenced<>(row.getLong(1), entry);
    }

    /** Returns the ids of what was removed after a sequence number and is still gone. */
    List<String> removedAfter(long sequence) {
        return connections.read(c -> Rows.all(
                c,
                "SELECT product_id FROM tombstones WHERE sequence > ? ORDER BY sequence",
                row -> row.getString(1),
                sequence));
    }

    /**
     * Returns products behind the given id whose embedding in this space is missing, or older than in the catalogue's
     * own, with the sequence number of that one.
     */
    List<Sequenced<Product>> behind(EmbeddingSpace own, String afterId, int limit) {
        String sql = "SELECT p.*, o.sequence AS own_sequence" + BEHIND + " AND p.id > ? ORDER BY p.id LIMIT ?";
        return connections.read(c -> Rows.all(
                c,
                sql,
                row -> new Sequenced<>(row.getLong("own_sequence"), Columns.product(row)),
                own.id(),
                space.id(),
                afterId,
                limit));
    }

    /** Returns how many products {@link #behind} would find. */
    long countBehind(EmbeddingSpace own) {
        return connections.read(c -> Rows.number(c, COUNT_BEHIND, own.id(), space.id()));
    }

    boolean isEmbedded() {
        return connections.dialect() == Dialect.SQLITE;
    }

    /**
     * Writes a copy of an embedded database as it is now, while others read and write.
     *
     * @param file that is not there yet
     */
    void copyTo(Path file) {
        connections.read(c -> Rows.change(c, "VACUUM INTO ?", file.toString()));
    }

    /** Returns what is wrong with pages and rows; empty if all is well. Reads everything. */
    List<String> inspect() {
        return connections.read(c -> {
            // PostgreSQL's driver reads row by row in a transaction alone, and else all of them into memory.
            c.setAutoCommit(isEmbedded());
            try {
                return Inspection.problems(c, connections.dialect());
            } finally {
                c.setAutoCommit(true);
            }
        });
    }

    /**
     * Makes this space the one of the catalogue, and forgets all embeddings of others, unless a product is
     * {@linkplain #behind behind} in it.
     *
     * @param own the catalogue's space until now
     * @return whether it was done
     */
    boolean switchFrom(EmbeddingSpace own) {
        return connections.write(c -> {
            DatabaseWrites.reserve(c, 0, own);
            if (Rows.number(c, COUNT_BEHIND, own.id(), space.id()) > 0) {
                return false;
            }
            Rows.change(c, "UPDATE catalog SET space = ?", space.id());
            Rows.change(c, "DELETE FROM embeddings WHERE space <> ?", space.id());
            Rows.change(c, "DELETE FROM seen_tags WHERE space <> ?", space.id());
            return true;
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Learns of changes before they are committed, and may stop them by failing. Returns how many there were. */
    @FunctionalInterface
    interface Journaling {
        int add(List<Change> changes);
    }

    /**
     * Something at its place in the order of changes.
     *
     * @param <T> what it is
     */
    record Sequenced<T>(long sequence, T value) {}
}
