package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong, each through the command line: one clear line, the right exit code, and the rest goes on. */
class BadInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Fixture shop;

    @BeforeAll
    static void makeShop() throws IOException {
        shop = Fixture.in(folder, 1);
    }

    @Test
    void badPhotosDoNotStopTheGoodOne() throws IOException {
        Path good = shop.photos().get(0);
        CommandRun run = CommandRun.of(
                "look",
                folder.resolve("missing.jpg"),
                folder,
                BadPictures.truncated(folder),
                BadPictures.text(folder),
                BadPictures.empty(folder),
                BadPictures.huge(folder),
                good,
                "--catalog",
                shop.catalog());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err().lines().filter(line -> line.startsWith("buyme: ")))
                .hasSize(6)
                .anyMatch(line -> line.contains("there is no file") && line.contains("missing.jpg"))
                .anyMatch(line -> line.contains("is a directory"))
                .anyMatch(line -> line.contains("truncated.jpg' is a damaged JPEG"))
                .anyMatch(line -> line.contains("text.jpg' looks like a text"))
                .anyMatch(line -> line.contains("empty.jpg' is empty"))
                .anyMatch(line -> line.contains("60,000 x 60,000 pixels, more than the limit"));
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(run.out()).contains("item-0000").contains("truncated.jpg: failed");
    }

    @Test
    void withVerboseTheStackTraceIsShown() {
        CommandRun run = CommandRun.of("look", folder.resolve("missing.jpg"), "--catalog", shop.catalog(), "-v");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("UnreadableImageException").contains("\tat ");
    }

    @Test
    void aCatalogThatIsNotThereIsNotMade() {
        Path missing = folder.resolve("typing-error");
        CommandRun run = CommandRun.of("look", shop.photos().get(0), "--catalog", missing);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("there is no catalogue at " + missing).contains("buyme index");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheCatalogIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "no folder");
        for (String command : new String[] {"list", "index"}) {
            CommandRun run = command.equals("index")
                    ? CommandRun.of("index", shop.feed(), "--catalog", file)
                    : CommandRun.of(command, "--catalog", file);
            assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
            assertThat(run.err()).contains(file.toString()).doesNotContain("\tat ");
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @Test
    void aDamagedCatalogIsAnError() throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        try (var files = Files.list(shop.catalog())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(damaged.resolve(file.getFileName()), "this was a database once ".repeat(500));
            }
        }
        CommandRun run = CommandRun.of("list", "--catalog", damaged);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).startsWith("buyme: ").doesNotContain("\tat ");
    }

    @Test
    void aCatalogOfAnotherEmbedderIsAnErrorThatNamesBoth() {
        CommandRun run =
                CommandRun.of("look", shop.photos().get(0), "--catalog", shop.catalog(), "--embedder", "size-only");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("size-only").contains("buyme/").doesNotContain("\tat ");
    }

    @Test
    void anUnknownStageIsAnErrorThatListsTheKnownOnes() {
        CommandRun run =
                CommandRun.of("look", shop.photos().get(0), "--catalog", shop.catalog(), "--detector", "nonsense");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("no ArticleDetector 'nonsense'").contains("body-regions");
    }

    @Test
    void aFeedThatIsNotThereIsBadInput() {
        CommandRun run = CommandRun.of("index", folder.resolve("no.csv"), "--catalog", folder.resolve("new-catalog"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).startsWith("buyme: ").contains("no.csv");
        assertThat(folder.resolve("new-catalog")).doesNotExist();
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorBeforeAnythingIsLookedAt() {
        CommandRun run = CommandRun.of("look", shop.photos().get(0), "--catalog", shop.catalog(), "--report", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("cannot write the report").doesNotContain("\tat ");
    }
}
