package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static io.buyme.catalog.Samples.nearest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on a real server, where PostgreSQL is installed. */
class PostgresCatalogTest extends CatalogContract {

    @SuppressWarnings("NullAway.Init") // set before any test, or no test runs
    private static PostgresServer server;

    private final Path folder;
    private final DataSource database = server.database();

    PostgresCatalogTest(@TempDir Path folder) {
        super(folder.resolve("catalog"));
        this.folder = folder;
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(PostgresServer.programs().isPresent(), "PostgreSQL is not installed");
        server = PostgresServer.start(PostgresServer.programs().get());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (PostgresServer.programs().isPresent()) {
            server.stop();
        }
    }

    @Override
    CatalogSettings settings() {
        return CatalogSettings.standard().withServer(database);
    }

    @Test
    void bringsInWhatAnotherProcessOnTheSameServerChanged() {
        try (Catalog one = Catalog.open(folder.resolve("one"), MeanColor.SPACE, settings());
                Catalog other = Catalog.open(folder.resolve("other"), MeanColor.SPACE, settings())) {
            one.upsertAll(List.of(entry("a", 10), entry("b", 0xFF0000)));
            assertThat(other.find("a")).isPresent();
            assertThat(nearest(other, 10, 1)).isEmpty();
            other.refresh();
            assertThat(nearest(other, 10, 1)).containsExactly("a");
            other.remove(List.of("a"));
            other.upsert(entry("c", 20));
            one.refresh();
            assertThat(nearest(one, 10, 5)).containsExactly("c", "b");
        }
    }

    @Test
    void saysThatAServersBackupIsTheServersOwnBusiness() {
        try (Catalog catalog = open()) {
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> catalog.maintenance().backup(folder.resolve("backups")))
                    .withMessageContaining("pg_dump")
                    .returns(Reason.BACKUP, CatalogException::reason);
        }
    }

    @Test
    void goesOnAfterTheServerWasRestarted() throws SQLException {
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 10));
            assertThat(catalog.find("a")).isPresent();
            try (Connection connection = database.getConnection()) {
                connection
                        .createStatement()
                        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
            assertThat(catalog.find("a")).isPresent();
            catalog.upsert(entry("b", 20));
            assertThat(nearest(catalog, 20, 1)).containsExactly("b");
        }
    }
}
