package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static io.buyme.catalog.Samples.nearest;
import static io.buyme.catalog.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.Change.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final int PAGE = 4096;

    private final Path folder;
    private final Path backups;

    BackupTest(@TempDir Path parent) {
        this.folder = parent.resolve("catalog");
        this.backups = parent.resolve("backups");
    }

    private Catalog open() {
        return Catalog.open(folder, MeanColor.SPACE);
    }

    private Path database() {
        return folder.resolve("catalog.db");
    }

    @Test
    void bringsBackWhatWasThereAndSaysWhichChangesAreGone() {
        Path backup;
        try (Catalog catalog = open()) {
            catalog.upsertAll(List.of(entry("stays", 1), entry("removed later", 2), entry("changed later", 3)));
            backup = catalog.maintenance().backup(backups);
            catalog.upsert(entry("added\tlater\n", 4));
            catalog.write(List.of(), List.of(product("changed later")));
            catalog.remove(List.of("removed later", "unknown"));
        }
        RestoreReport report = CatalogMaintenance.restore(folder, backup);
        assertThat(report.lost())
                .extracting(Change::kind, Change::productId)
                .containsExactly(
                        tuple(Kind.PUT, "added\tlater\n"),
                        tuple(Kind.CHANGED, "changed later"),
                        tuple(Kind.REMOVED, "removed later"));
        assertThat(report)
                .returns(3L, RestoreReport::products)
                .returns(3L, RestoreReport::sequence)
                .returns(true, RestoreReport::complete);
        assertThat(report.damaged()).hasValueSatisfying(file -> assertThat(file).exists());
        try (Catalog catalog = open()) {
            assertThat(catalog.size()).isEqualTo(3);
            assertThat(nearest(catalog, 2, 1)).containsExactly("removed later");
            assertThat(catalog.index().contains("added\tlater\n")).isFalse();
        }
    }

    @Test
    void saysThatItCannotTellWhatIsGoneWithoutAJournal() throws IOException {
        Path backup;
        try (Catalog catalog = open()) {
            backup = catalog.maintenance().backup(backups);
            catalog.upsert(entry("a", 1));
        }
        Files.delete(folder.resolve("changes.journal"));
        assertThat(CatalogMaintenance.restore(folder, backup))
                .returns(false, RestoreReport::complete)
                .returns(List.of(), RestoreReport::lost);
    }

    @Test
    void findsADamagedPageWhereverItIs() throws IOException {
        Path backup;
        try (Catalog catalog = open()) {
            catalog.upsertAll(IntStream.range(0, 300)
                    .mapToObj(i -> entry("product" + i, i))
                    .toList());
            backup = catalog.maintenance().backup(backups);
        }
        long pages = Files.size(database()) / PAGE;
        assertThat(pages).isGreaterThan(20);
        byte[] sound = Files.readAllBytes(database());
        Random random = new Random(1);
        int detected = 0;
        for (int attempt = 0; attempt < 20; attempt++) {
            Files.write(database(), sound);
            overwrite(1 + random.nextInt((int) pages - 1), random);
            detected += isDetectedOrHarmless() ? 1 : 0;
        }
        assertThat(detected).isGreaterThan(12);
        assertThat(CatalogMaintenance.restore(folder, backup).products()).isEqualTo(300);
        assertThat(isDetectedOrHarmless()).isFalse();
    }

    /** Overwrites the middle of a page, where its rows are. */
    private void overwrite(int page, Random random) throws IOException {
        byte[] noise = new byte[PAGE / 2];
        random.nextBytes(noise);
        try (FileChannel channel = FileChannel.open(database(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), (long) page * PAGE + PAGE / 2);
        }
    }

    /** Returns whether damage was found; if not, everything must be as it was, for not every page holds something. */
    private boolean isDetectedOrHarmless() {
        try (Catalog catalog = open()) {
            if (!catalog.maintenance().check().isEmpty()) {
                return true;
            }
            for (int i = 0; i < 300; i++) {
                assertThat(catalog.find("product" + i)).contains(entry("product" + i, i));
            }
            return false;
        } catch (CatalogException e) {
            assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
            assertThat(e).hasMessageContaining("restore");
            return true;
        }
    }

    @Test
    void makesNoBackupOfADamagedDatabaseAndKeepsTheOlderOne() throws IOException {
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
            Path first = catalog.maintenance().backup(backups);
            catalog.upsert(entry("b", 2));
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database())) {
                connection.createStatement().execute("UPDATE products SET title = 'x' WHERE id = 'b'");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> catalog.maintenance().backup(backups))
                    .withMessageContaining("product b")
                    .returns(Reason.DAMAGED, CatalogException::reason);
            assertThat(CatalogMaintenance.backups(backups)).containsExactly(first);
            assertThat(backups.toFile().list()).hasSize(1);
        }
    }

    @Test
    void makesBackupsByItselfAndKeepsTheNewest() {
        CatalogSettings settings = CatalogSettings.standard().withBackups(new BackupPolicy(backups, 10, 2));
        for (int round = 0; round < 4; round++) {
            int first = 10 * round;
            // Changes count over openings.
            for (int half = first; half <= first + 5; half += 5) {
                try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE, settings)) {
                    catalog.upsertAll(IntStream.range(half, half + 5)
                            .mapToObj(i -> entry("product" + i, i))
                            .toList());
                }
            }
        }
        List<Path> kept = CatalogMaintenance.backups(backups);
        assertThat(kept).hasSize(2);
        assertThat(CatalogMaintenance.restore(folder, kept.get(0)).products()).isEqualTo(40);
        assertThat(CatalogMaintenance.restore(folder, kept.get(1)).products()).isEqualTo(30);
    }

    @Test
    void takesNoBackupThatIsNone() throws IOException {
        Path none = Files.writeString(Files.createDirectories(backups).resolve("none.db"), "no database ".repeat(500));
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
        }
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> CatalogMaintenance.restore(folder, none))
                .returns(Reason.DAMAGED, CatalogException::reason);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> CatalogMaintenance.restore(folder, backups.resolve("unknown.db")))
                .returns(Reason.BACKUP, CatalogException::reason);
        try (Catalog catalog = open()) {
            assertThat(catalog.size()).isEqualTo(1);
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> CatalogMaintenance.restore(folder, none))
                    .returns(Reason.LOCKED, CatalogException::reason);
        }
    }

    @Test
    void takesChangesThatWereNeverCommittedOutOfTheJournal() throws IOException {
        try (Catalog catalog = open()) {
            catalog.maintenance().backup(backups);
            catalog.upsert(entry("a", 1));
        }
        Path journal = folder.resolve("changes.journal");
        String committed = Files.readString(journal);
        try (ChangeJournal killed = ChangeJournal.open(journal, Long.MAX_VALUE).orElseThrow()) {
            killed.append(List.of(new Change(2, Kind.PUT, "never committed")));
        }
        Files.writeString(journal, "half a li", StandardOpenOption.APPEND);
        open().close();
        assertThat(journal).hasContent(committed);
    }

    @Test
    void goesOnWithItsJournalAfterAThreadWasInterrupted() {
        Path backup;
        try (Catalog catalog = open()) {
            backup = catalog.maintenance().backup(backups);
            Thread.currentThread().interrupt();
            catalog.upsert(entry("a", 1));
            assertThat(Thread.interrupted()).isTrue();
            catalog.upsert(entry("b", 2));
        }
        assertThat(CatalogMaintenance.restore(folder, backup).lost())
                .extracting(Change::productId)
                .containsExactly("a", "b");
    }

    @Test
    void finishesARestoringThatWasKilled() throws IOException {
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
            Path backup = catalog.maintenance().backup(backups);
            catalog.upsert(entry("b", 2));
            Files.copy(backup, folder.resolve("catalog.db.restored"));
        }
        Files.move(database(), folder.resolve("moved away before it was killed"));
        assertThat(Catalog.spaceOf(folder)).contains(MeanColor.SPACE);
        try (Catalog catalog = open()) {
            assertThat(catalog.products()).containsExactly(product("a"));
            assertThat(folder.resolve("catalog.db.restored")).doesNotExist();
        }
    }

    @Test
    void takesWhatIsBackedUpAfterRestoringForNewer() {
        Path older;
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
            older = catalog.maintenance().backup(backups);
            catalog.upsertAll(List.of(entry("b", 2), entry("c", 3)));
            catalog.maintenance().backup(backups);
        }
        CatalogMaintenance.restore(folder, older);
        try (Catalog catalog = open()) {
            catalog.upsert(entry("d", 4));
            Path newer = catalog.maintenance().backup(backups);
            assertThat(CatalogMaintenance.backups(backups)).first().isEqualTo(newer);
        }
        assertThat(CatalogMaintenance.restore(folder, older))
                .returns(true, RestoreReport::complete)
                .extracting(RestoreReport::lost)
                .asInstanceOf(InstanceOfAssertFactories.list(Change.class))
                .extracting(Change::productId)
                .containsExactly("d");
    }

    @Test
    void cutsAJournalWhenABackupHasItsChanges() throws IOException {
        Path file = Files.createDirectories(folder).resolve("journal");
        try (ChangeJournal whole = ChangeJournal.begin(file, 0)) {
            whole.append(List.of(new Change(1, Kind.PUT, "a"), new Change(2, Kind.PUT, "b")));
            try (ChangeJournal rest = whole.since(1)) {
                rest.append(List.of(new Change(3, Kind.REMOVED, "a")));
            }
        }
        ChangeJournal.Content content = ChangeJournal.read(file, 0);
        assertThat(content.since()).hasValue(1);
        assertThat(content.changes()).extracting(Change::sequence).containsExactly(2L, 3L);
    }

    @Test
    void beginsAJournalAnewThatIsDamagedFromTheStart() throws IOException {
        try (Catalog catalog = open()) {
            catalog.maintenance().backup(backups);
        }
        Path journal = folder.resolve("changes.journal");
        Files.write(journal, new byte[] {(byte) 0xFF, 0, 10});
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
        }
        assertThat(ChangeJournal.read(journal, 0).changes()).hasSize(1);
    }

    @Test
    void leavesNothingOfADatabaseThatIsNoCatalog() throws IOException {
        Path other = Files.createDirectories(backups).resolve("other.db");
        try (Connections connections = Connections.open(other)) {
            connections.write(c -> Rows.change(c, "CREATE TABLE diary (text TEXT)"));
        }
        open().close();
        List<String> before = List.of(folder.toFile().list());
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> CatalogMaintenance.restore(folder, other))
                .withMessageContaining("no catalogue")
                .returns(Reason.BACKUP, CatalogException::reason);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(before);
    }
}
