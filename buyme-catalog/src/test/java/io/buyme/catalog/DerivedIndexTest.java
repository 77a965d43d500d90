package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static io.buyme.catalog.Samples.nearest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the snapshot, the index holds what the database holds. */
class DerivedIndexTest {

    private final Path parent;
    private final Path folder;

    DerivedIndexTest(@TempDir Path parent) {
        this.parent = parent;
        this.folder = parent.resolve("catalog");
    }

    @BeforeEach
    void fillAndClose() {
        try (Catalog catalog = open()) {
            catalog.upsertAll(IntStream.range(0, 50)
                    .mapToObj(i -> entry("p" + i, i << 16))
                    .toList());
            catalog.remove(List.of("p7"));
        }
    }

    private Catalog open() {
        return Catalog.open(folder, MeanColor.SPACE);
    }

    private static Path snapshot(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".snapshot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertWhole() {
        try (Catalog catalog = open()) {
            assertThat(catalog.index().size()).isEqualTo(49);
            assertThat(nearest(catalog, 20 << 16, 1)).containsExactly("p20");
            assertThat(nearest(catalog, 7 << 16, 50)).hasSize(49).doesNotContain("p7");
        }
    }

    @Test
    void isRestoredFromItsSnapshot() throws IOException {
        Path before = snapshot(folder);
        assertWhole();
        assertThat(snapshot(folder)).as("nothing changed, so nothing is saved").isEqualTo(before);
    }

    @Test
    void isBuiltAnewWithoutSnapshot() throws IOException {
        Files.delete(snapshot(folder));
        assertWhole();
    }

    @Test
    void isBuiltAnewWithAHostileManifest() throws IOException {
        Path manifest = folder.resolve("index.json");
        String good = Files.readString(manifest);
        String name = snapshot(folder).getFileName().toString();
        Files.copy(snapshot(folder), parent.resolve("outside.snapshot"));
        for (String hostile :
                List.of("null", "[]", good.replace(name, "a\\u0000b"), good.replace(name, "../outside.snapshot"))) {
            Files.writeString(manifest, hostile);
            assertWhole();
            assertThat(manifest).content().doesNotContain("outside");
        }
    }

    @Test
    void isBuiltAnewWithoutManifest() throws IOException {
        Files.delete(folder.resolve("index.json"));
        assertWhole();
    }

    @Test
    void isBuiltAnewIfTheManifestIsDamaged() throws IOException {
        Files.writeString(folder.resolve("index.json"), "{\"catalog\": 7, ");
        assertWhole();
        Files.writeString(folder.resolve("index.json"), "{}");
        assertWhole();
    }

    @Test
    void isBuiltAnewIfAnyByteOfTheSnapshotChanged() throws IOException {
        byte[] bytes = Files.readAllBytes(snapshot(folder));
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot(folder), bytes);
        assertWhole();
    }

    @Test
    void isBuiltAnewIfTheSnapshotIsCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(snapshot(folder));
        Files.write(snapshot(folder), java.util.Arrays.copyOf(bytes, bytes.length / 3));
        assertWhole();
    }

    @Test
    void replaysWhatHappenedAfterAnOldSnapshot() throws IOException {
        Path manifest = folder.resolve("index.json");
        byte[] oldManifest = Files.readAllBytes(manifest);
        Path oldSnapshot = snapshot(folder);
        byte[] oldBytes = Files.readAllBytes(oldSnapshot);
        try (Catalog catalog = open()) {
            catalog.remove(List.of("p1", "p2"));
            catalog.upsertAll(List.of(entry("p7", 0x00FF00), entry("p3", 0x0000FF), entry("new", 0xFFFFFF)));
        }
        Files.write(manifest, oldManifest);
        Files.write(oldSnapshot, oldBytes);
        try (Catalog catalog = open()) {
            assertThat(catalog.index().size()).isEqualTo(49).isEqualTo(catalog.size());
            assertThat(nearest(catalog, 0x00FF00, 1)).containsExactly("p7");
            assertThat(nearest(catalog, 0x0000FF, 1)).containsExactly("p3");
            assertThat(nearest(catalog, 0xFFFFFF, 1)).containsExactly("new");
            assertThat(nearest(catalog, 1 << 16, 49)).doesNotContain("p1", "p2");
        }
    }

    @Test
    void isBuiltAnewIfTheDatabaseIsAnOlderOne() throws IOException {
        byte[] older = Files.readAllBytes(folder.resolve("catalog.db"));
        try (Catalog catalog = open()) {
            catalog.remove(List.of("p20", "p21"));
        }
        Files.write(folder.resolve("catalog.db"), older);
        assertWhole();
    }

    @Test
    void isBuiltAnewIfTheSnapshotIsOfAnotherCatalog() throws IOException {
        Path other = parent.resolve("other");
        try (Catalog catalog = Catalog.open(other, MeanColor.SPACE)) {
            catalog.upsertAll(
                    IntStream.range(0, 49).mapToObj(i -> entry("other" + i, i)).toList());
        }
        Files.delete(snapshot(folder));
        Path stranger = snapshot(other);
        Files.copy(stranger, folder.resolve(stranger.getFileName()));
        Files.write(folder.resolve("index.json"), Files.readAllBytes(other.resolve("index.json")));
        assertWhole();
    }

    @Test
    void isNotTakenFromAnotherHistoryOfTheDatabase() throws IOException {
        byte[] older = Files.readAllBytes(folder.resolve("catalog.db"));
        Path manifest = folder.resolve("index.json");
        try (Catalog catalog = open()) {
            catalog.upsertAll(List.of(entry("lost", 0x00FF00), entry("p1", 0x0000FF)));
        }
        Files.write(folder.resolve("catalog.db"), older);
        try (Catalog catalog = open()) {
            assertThat(manifest)
                    .as("what a crash from here on would leave behind")
                    .doesNotExist();
            catalog.upsertAll(List.of(entry("found", 0x00FF00), entry("p2", 0x0000FF), entry("p3", 0x0000FF)));
            assertThat(nearest(catalog, 0x00FF00, 1)).containsExactly("found");
        }
    }

    @Test
    void catchesUpAfterItFailedOnce() {
        AtomicBoolean failing = new AtomicBoolean();
        try (Catalog catalog = Catalog.open(
                parent.resolve("failing"), MeanColor.SPACE, CatalogSettings.of(new FailingIndex(failing)))) {
            catalog.upsert(entry("before", 0xFF0000));
            failing.set(true);
            assertThatExceptionOfType(BuyMeException.class)
                    .isThrownBy(() -> catalog.upsert(entry("while", 0x00FF00)))
                    .withMessage("out of order");
            failing.set(false);
            catalog.upsert(entry("after", 0x0000FF));
            assertThat(nearest(catalog, 0x00FF00, 1)).containsExactly("while");
            assertThat(catalog.index().size()).isEqualTo(3).isEqualTo(catalog.size());
        }
    }

    @Test
    void leavesOneSnapshotBehind() throws IOException {
        try (Catalog catalog = open()) {
            for (int i = 0; i < 5; i++) {
                catalog.upsert(entry("extra", i));
                catalog.checkpoint();
            }
            catalog.remove(List.of("extra"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".snapshot"))).hasSize(1);
        }
        assertWhole();
    }
}
