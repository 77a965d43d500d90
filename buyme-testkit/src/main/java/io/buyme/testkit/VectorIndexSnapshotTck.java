package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of {@link VectorIndexTck} that is about snapshots and about several threads at a time. */
abstract class VectorIndexSnapshotTck extends VectorIndexFixture {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(Metric.class)
    void answersTheSameAfterSavingAndLoading(Metric metric) {
        EmbeddingSpace space = space(metric);
        Path file = folder.resolve("snapshot.index");
        try (SnapshotableIndex index = provider().create(space, options())) {
            index.upsertAll(clustered(space, 300, 20));
            index.removeAll(List.of("item-5", "item-299"));
            index.save(file);
            try (SnapshotableIndex loaded = provider().load(file, space, options())) {
                List<IndexQuery> all = queries(space, 20, 400, 21);
                assertThat(loaded.space()).isEqualTo(space);
                assertThat(loaded.size()).isEqualTo(298);
                assertThat(loaded.searchAll(all)).isEqualTo(index.searchAll(all));
                loaded.upsertAll(clustered(space, 301, 22));
                assertThat(loaded.size()).isEqualTo(301);
            }
        }
    }

    @Test
    void savesAndLoadsAnEmptyIndexAndOddIds() {
        Path file = folder.resolve("snapshot.index");
        stage().save(file);
        try (SnapshotableIndex loaded = provider().load(file, SPACE, options())) {
            assertThat(loaded.size()).isZero();
        }
        stage().upsertAll(List.of(
                entry("", "", embedding(new Random(1))), entry("👗\0\n", "シャツ", embedding(new Random(2)))));
        stage().save(file);
        try (SnapshotableIndex loaded = provider().load(file, SPACE, options())) {
            assertThat(ids(loaded.search(IndexQuery.of(embedding(new Random(1)), 9))))
                    .containsExactlyInAnyOrder("", "👗\0\n");
            assertThat(ids(loaded.search(
                            IndexQuery.of(embedding(new Random(1)), 9).in("シャツ"))))
                    .containsExactly("👗\0\n");
        }
    }

    @Test
    void neverLoadsASnapshotWithADamagedByte() throws IOException {
        byte[] good = smallSnapshot();
        Path file = folder.resolve("damaged.index");
        for (int at = 0; at < good.length; at++) {
            byte[] damaged = good.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            assertIsRefused(file, damaged, "byte " + at);
            if (at % 4 == 0) {
                Arrays.fill(damaged, at, Math.min(at + 8, damaged.length), (byte) 0xff);
                assertIsRefused(file, damaged, "eight bytes at " + at);
            }
        }
    }

    @Test
    void neverLoadsASnapshotThatIsCutOffOrTooLong() throws IOException {
        byte[] good = smallSnapshot();
        Path file = folder.resolve("cut.index");
        for (int length = 0; length < good.length; length++) {
            assertIsRefused(file, Arrays.copyOf(good, length), "cut to " + length);
        }
        assertIsRefused(file, Arrays.copyOf(good, good.length + 1), "one byte more");
    }

    @Test
    void saysWhichFileIsNoSnapshot() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "Buy milk, then look for shoes like hers.");
        Path missing = folder.resolve("missing.index");
        for (Path file : List.of(text, missing, folder)) {
            assertThatThrownBy(() -> provider().load(file, SPACE, options()))
                    .isInstanceOf(BuyMeException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void namesBothSpacesWhenASnapshotIsOfAnother() throws IOException {
        Path file = Files.write(folder.resolve("snapshot.index"), smallSnapshot());
        for (EmbeddingSpace other : List.of(space(Metric.DOT), new EmbeddingSpace("new", "2", 512, Metric.COSINE))) {
            assertThatThrownBy(() -> provider().load(file, other, options()))
                    .isInstanceOf(BuyMeException.class)
                    .hasMessageContaining(SPACE.id())
                    .hasMessageContaining(other.id());
        }
    }

    @Test
    void leavesTheOldFileAloneWhenItCannotSave() throws IOException {
        Path plainFile = Files.writeString(folder.resolve("plain-file"), "here first");
        Path occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.writeString(occupied.resolve("content"), "here first");
        for (Path target : List.of(plainFile.resolve("a.index"), folder.resolve("no/such/a.index"), occupied)) {
            assertThatExceptionOfType(BuyMeException.class)
                    .isThrownBy(() -> stage().save(target))
                    .withMessageContaining(target.toString());
        }
        assertThat(plainFile).hasContent("here first");
        assertThat(filesIn(folder)).containsExactlyInAnyOrder("plain-file", "occupied");
        assertThatIllegalStateException().isThrownBy(() -> {
            stage().close();
            stage().save(plainFile);
        });
        assertThat(plainFile).hasContent("here first");
    }

    @Test
    void replacesAnOldFileAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("snapshot.index"), "old");
        stage().save(file);
        assertThat(filesIn(folder)).containsExactly("snapshot.index");
        provider().load(file, SPACE, options()).close();
    }

    @Test
    void savesOneMomentWhileOthersReadAndWrite() throws Exception {
        Path file = folder.resolve("snapshot.index");
        List<IndexEntry> entries = clustered(SPACE, 200, 23);
        runBeside(
                turn -> {
                    int i = 2 * (turn % 100);
                    stage().upsertAll(entries.subList(i, i + 2));
                    stage().removeAll(List.of(
                            entries.get(i).id(), entries.get(i + 1).id()));
                },
                () -> {
                    for (int i = 0; i < 10; i++) {
                        stage().save(file);
                        stage().search(IndexQuery.of(entries.get(0).embedding(), 10));
                        try (SnapshotableIndex loaded = provider().load(file, SPACE, options())) {
                            assertThat(loaded.size() % 2).isZero();
                        }
                    }
                });
    }

    @Test
    void searchesSeeWholeWritesOnlyAndAllThatReturned() throws Exception {
        List<IndexEntry> even = clustered(SPACE, 100, 24);
        List<IndexEntry> odd = clustered(SPACE, 100, 25);
        IndexQuery probe = IndexQuery.of(embedding(new Random(26)), 100);
        stage().upsertAll(even);
        List<?> whenEven = stage().search(probe);
        stage().upsertAll(odd);
        List<?> whenOdd = stage().search(probe);
        runBeside(turn -> stage().upsertAll(turn % 2 == 0 ? even : odd), () -> {
            Random random = new Random(27);
            for (int i = 0; i < 100; i++) {
                List<?> found = stage().search(probe);
                assertThat(found.equals(whenEven) || found.equals(whenOdd)).isTrue();
                IndexEntry mine = entry("mine", "p0", embedding(random));
                stage().upsertAll(List.of(mine));
                assertThat(ids(stage().search(IndexQuery.of(mine.embedding(), 1))))
                        .containsExactly("mine");
                stage().removeAll(List.of("mine"));
            }
        });
    }

    /** Runs an action while another thread takes turns of something else. */
    private static void runBeside(Turns turns, Runnable action) throws InterruptedException, ExecutionException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> running = thread.submit(() -> {
                for (int turn = 0; !done.get(); turn++) {
                    turns.take(turn);
                }
            });
            try {
                action.run();
            } finally {
                done.set(true);
            }
            running.get();
        } finally {
            thread.shutdownNow();
        }
    }

    private void assertIsRefused(Path file, byte[] content, String what) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> provider().load(file, SPACE, options()))
                .as(what)
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining(file.toString());
    }

    private byte[] smallSnapshot() throws IOException {
        Path file = folder.resolve("good.index");
        try (SnapshotableIndex index = provider().create(SPACE, options())) {
            index.upsertAll(clustered(SPACE, 5, 28));
            index.save(file);
        }
        byte[] content = Files.readAllBytes(file);
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).contains("item-4");
        return content;
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What the other thread does, over and over. */
    private interface Turns {
        void take(int turn);
    }
}
