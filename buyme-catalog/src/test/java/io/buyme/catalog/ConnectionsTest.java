package io.buyme.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.catalog.CatalogException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    private final Path file;

    ConnectionsTest(@TempDir Path folder) {
        this.file = folder.resolve("test.db");
    }

    @Test
    void writesWholeTransactionsAgainAfterTheDiskWasFull() {
        try (Connections connections = Connections.open(file)) {
            connections.write(c -> Rows.change(c, "CREATE TABLE t (name TEXT, value BLOB)"));
            connections.write(c -> Rows.all(c, "PRAGMA max_page_count = 20", row -> row.getLong(1)));
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> connections.write(c -> {
                        insert(c, "before it is full", 10);
                        return insert(c, "too much", 1_000_000);
                    }))
                    .returns(Reason.DATABASE, CatalogException::reason)
                    .withMessageContaining("make room");
            connections.write(c -> Rows.all(c, "PRAGMA max_page_count = 100000", row -> row.getLong(1)));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> connections.write(c -> {
                        insert(c, "half", 10);
                        throw new IllegalStateException("changed my mind");
                    }));
            assertThat(count(connections)).isZero();
            connections.write(c -> insert(c, "whole", 10));
            assertThat(count(connections)).isEqualTo(1);
        }
    }

    private static int insert(Connection connection, String name, int bytes) throws SQLException {
        return Rows.change(connection, "INSERT INTO t VALUES (?, zeroblob(?))", name, bytes);
    }

    private static long count(Connections connections) {
        return connections.read(c -> Rows.number(c, "SELECT COUNT(*) FROM t"));
    }
}
