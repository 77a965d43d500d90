package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** backup, restore, check, reindex and evaluate catalog. */
class MaintenanceCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Fixture shop;

    @BeforeEach
    void makeShop() throws IOException {
        shop = Fixture.in(folder, 0);
    }

    private CommandRun run(String command, Object... options) {
        return CommandRun.of(java.util.List.of(command, "--catalog", shop.catalog()), options);
    }

    @Test
    void aDamagedCatalogIsFoundOutAndRestoredAndWhatIsGoneIsNamed() throws SQLException {
        Path backups = folder.resolve("backups");
        CommandRun backup = run("backup", "--to", backups);
        assertThat(backup.exitCode()).as(backup.err()).isZero();
        assertThat(Path.of(backup.out().strip())).isRegularFile();
        assertThat(run("remove", "item-000003").exitCode()).isZero();
        assertThat(run("check").err()).contains("15 products, all sound");
        damage();
        CommandRun check = run("check");
        assertThat(check.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(check.out()).contains("item-000005");
        CommandRun restore = run("restore", backups);
        assertThat(restore.exitCode()).as(restore.err()).isZero();
        assertThat(restore.out()).isEqualTo("17\tremoved\titem-000003" + System.lineSeparator());
        assertThat(restore.err()).contains("16 products", "1 later changes are gone");
        assertThat(run("check").exitCode()).isZero();
    }

    private void damage() throws SQLException {
        String database = shop.catalog().resolve("catalog.db").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute("UPDATE products SET title = 'x' WHERE id = 'item-000005'");
        }
    }

    @Test
    void restoresNothingFromNothing() throws IOException {
        assertThat(run("restore", Files.createDirectory(folder.resolve("empty")))
                        .exitCode())
                .isEqualTo(ExitCodes.USAGE);
        CommandRun none = run("restore", folder.resolve("none.db"));
        assertThat(none.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(none.err()).contains("there is no backup");
        assertThat(run("check").exitCode()).isZero();
    }

    @Test
    void aCatalogMovesToAnotherEmbedder() throws IOException {
        CommandRun run = run("reindex", "--embedder", "size-only");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("16 embedded").contains("now of size-only/1/2/euclidean");
        assertThat(run("reindex", "--embedder", "size-only").err()).contains("already");
        assertThat(run("list").out().lines()).hasSize(Fixture.PRODUCTS);
        Files.delete(folder.resolve(Fixture.picture(2)));
        CommandRun back = run("reindex", "--rejects", folder.resolve("rejects.tsv"));
        assertThat(back.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(back.out()).contains("stays with size-only");
        assertThat(Files.readAllLines(folder.resolve("rejects.tsv")))
                .hasSize(2)
                .last()
                .asString()
                .contains("item-000002");
    }

    @Test
    void aCatalogFindsItsOwnProducts() throws IOException {
        Path page = folder.resolve("page.html");
        CommandRun run = evaluate("--queries", 10, "--sizes", "20,30", "--html", page, "--min-recall", 0.5);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("queries").asInt()).isEqualTo(10);
        assertThat(score.at("/own/recall_at10").asDouble()).isGreaterThan(0.5);
        assertThat(score.at("/own/products").asInt()).isEqualTo(16);
        assertThat(score.at("/sizes/1/products").asInt()).isEqualTo(30);
        assertThat(score.at("/sizes/1/distractors").asInt()).isEqualTo(14);
        assertThat(Files.readString(page)).contains("<svg", "recall@1");
    }

    @Test
    void aRecallBelowTheGateFails() throws IOException {
        StringBuilder feed = new StringBuilder("id,category,image\n");
        for (int i = 0; i < 30; i++) {
            feed.append("same-%02d,t-shirt,%s\n".formatted(i, Fixture.picture(0)));
        }
        Path csv = Files.writeString(folder.resolve("same.csv"), feed);
        Path catalog = folder.resolve("same");
        assertThat(CommandRun.of("index", csv, "--catalog", catalog).exitCode()).isZero();
        CommandRun run = CommandRun.of(
                "evaluate",
                "catalog",
                "--catalog",
                catalog,
                "--queries",
                30,
                "--sizes",
                30,
                "--ranking",
                "nearest",
                "--min-recall",
                0.9);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("less than --min-recall 0.9");
        assertThat(evaluate("--queries", 10, "--sizes", 5).exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    private CommandRun evaluate(Object... options) {
        return CommandRun.of(java.util.List.of("evaluate", "catalog", "--catalog", shop.catalog()), options);
    }
}
