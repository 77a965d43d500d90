package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.BuyMeException;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose checksums are right but whose contents are not, and the layout itself. */
class SnapshotFormatTest {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("model", "1", 2, Metric.COSINE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void hasTheLayoutThatIsDocumented() throws IOException {
        write(output -> {
            partition(output, "p", 1, "id");
            vectors(output, 0.6f, 0.8f);
            done(output, 1, 1);
        });
        Path saved = folder.resolve("saved.index");
        try (SnapshotableIndex index = new FlatIndexProvider().create(SPACE, Options.none())) {
            index.upsertAll(List.of(new IndexEntry("id", "p", Embedding.of(SPACE, 3, 4))));
            index.save(saved);
        }
        assertThat(saved).hasSameBinaryContentAs(file());
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void isSharedByAllIndexes() {
        write(output -> {
            partition(output, "p", 2, "a", "b");
            vectors(output, 1, 0, 0, 1);
            done(output, 1, 2);
        });
        for (VectorIndexProvider provider : List.of(new HnswIndexProvider(), new HnswlibIndexProvider())) {
            try (SnapshotableIndex index = provider.load(file(), SPACE, Options.none())) {
                assertThat(index.search(IndexQuery.of(Embedding.of(SPACE, 1, 0), 1))
                                .get(0)
                                .id())
                        .isEqualTo("a");
            }
        }
    }

    @Test
    void letsOtherIndexesAddSections() {
        write(output -> {
            output.beginSection("GRPH", 3);
            output.writeBytes(new byte[] {1, 2, 3});
            output.endSection();
            partition(output, "p", 1, "id");
            vectors(output, 1, 0);
            output.beginSection("GRPH", 100_000);
            output.writeBytes(new byte[100_000]);
            output.endSection();
            done(output, 1, 1);
        });
        assertThat(load()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 2, 1 << 29})
    void believesNoNumberOfRows(int rows) {
        write(output -> {
            partition(output, "p", rows, "id");
            vectors(output, 1, 0);
            done(output, 1, 1);
        });
        assertIsRefused("p");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 1000})
    void believesNoLengthOfASection(long length) {
        write(output -> output.beginSection("PART", length));
        assertIsRefused("claims");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 9})
    void believesNoLengthOfAText(int length) {
        write(output -> {
            output.beginSection("PART", 12);
            output.writeInt(length);
            output.writeLong(0);
            output.endSection();
        });
        assertIsRefused("PART ends in the middle");
    }

    @Test
    void refusesWhatNoIndexCouldHaveSaved() {
        assertIsRefused("not finite", "p", new String[] {"a"}, Float.NaN, 0);
        assertIsRefused("not finite", "p", new String[] {"a"}, Float.POSITIVE_INFINITY, 0);
        assertIsRefused("another length", "p", new String[] {"a"}, 0, 0);
        assertIsRefused("another length", "p", new String[] {"a"}, 3, 4);
        assertIsRefused("'a' twice", "p", new String[] {"a", "a"}, 1, 0, 0, 1);
        assertIsRefused("4 bytes too long", "p", new String[] {"a"}, 1, 0, 0);
        assertIsRefused("ends in the middle", "p", new String[] {"a", "b"}, 1, 0, 0);
    }

    @Test
    void refusesTheSamePartitionOrIdTwice() {
        write(output -> {
            partition(output, "p", 1, "a");
            vectors(output, 1, 0);
            partition(output, "p", 1, "b");
            vectors(output, 1, 0);
            done(output, 2, 2);
        });
        assertIsRefused("partition 'p' twice");
        write(output -> {
            partition(output, "p", 1, "a");
            vectors(output, 1, 0);
            partition(output, "q", 1, "a");
            vectors(output, 1, 0);
            done(output, 2, 2);
        });
        assertIsRefused("'a' is in two partitions");
    }

    @Test
    void refusesTextsThatAreNotUtf8() {
        write(output -> {
            output.beginSection("PART", 10);
            output.writeText(new byte[] {(byte) 0xc3, (byte) 0x28});
            output.writeInt(0);
            output.endSection();
        });
        assertIsRefused("not UTF-8");
    }

    @Test
    void refusesMissingPartitionsAndWrongCounts() {
        write(output -> done(output, 1, 0));
        assertIsRefused("should have 0 entries in 1 partitions");
        write(output -> {
            partition(output, "p", 1, "a");
            done(output, 1, 1);
        });
        assertIsRefused("DONE where VECS should be");
    }

    @Test
    void saysWhichVersionItReads() throws IOException {
        write(output -> done(output, 0, 0));
        byte[] content = Files.readAllBytes(file());
        content[8] = 9;
        Files.write(file(), content);
        assertIsRefused("version 9, this release reads version 1");
    }

    @Test
    void namesTheStageAndTheProviderOfAFailure() {
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new HnswlibIndexProvider().load(folder.resolve("none"), SPACE, Options.none()))
                .satisfies(e -> assertThat(e.stage()).contains(StageKind.INDEX))
                .satisfies(e -> assertThat(e.providerId()).contains("hnswlib"));
    }

    @Test
    void refusesIdsThatNoFileCouldHold() {
        try (SnapshotableIndex index = new FlatIndexProvider().create(SPACE, Options.none())) {
            Embedding vector = Embedding.of(SPACE, 1, 0);
            List<IndexEntry> entries =
                    List.of(new IndexEntry("good", "p", vector), new IndexEntry("half \ud83d", "p", vector));
            assertThatIllegalArgumentException().isThrownBy(() -> index.upsertAll(entries));
            assertThat(index.size()).isZero();
        }
    }

    private void assertIsRefused(String why, String partition, String[] ids, float... values) {
        write(output -> {
            partition(output, partition, ids.length, ids);
            vectors(output, values);
            done(output, 1, ids.length);
        });
        assertIsRefused(why);
    }

    private void assertIsRefused(String why) {
        assertThatExceptionOfType(IndexFormatException.class)
                .isThrownBy(this::load)
                .withMessageContaining(why)
                .withMessageContaining(file().toString());
    }

    private long load() {
        try (SnapshotableIndex index = new FlatIndexProvider().load(file(), SPACE, Options.none())) {
            return index.size();
        }
    }

    private Path file() {
        return folder.resolve("made.index");
    }

    private void write(Consumer<SnapshotOutput> sections) {
        try (FileChannel channel = FileChannel.open(
                file(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            SnapshotOutput output = new SnapshotOutput(channel);
            output.writeBytes(SnapshotFormat.MAGIC);
            output.writeInt(SnapshotFormat.VERSION);
            output.beginSection("SPAC", 4 * 4 + 5 + 1 + 6);
            output.writeText(Texts.encode("model"));
            output.writeText(Texts.encode("1"));
            output.writeInt(2);
            output.writeText(Texts.encode("COSINE"));
            output.endSection();
            sections.accept(output);
            output.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void partition(SnapshotOutput output, String name, int rows, String... ids) {
        long idBytes = List.of(ids).stream()
                .mapToLong(id -> 4 + Texts.encode(id).length)
                .sum();
        output.beginSection("PART", 8 + Texts.encode(name).length + idBytes);
        output.writeText(Texts.encode(name));
        output.writeInt(rows);
        List.of(ids).forEach(id -> output.writeText(Texts.encode(id)));
        output.endSection();
    }

    private static void vectors(SnapshotOutput output, float... values) {
        output.beginSection("VECS", 4L * values.length);
        output.writeFloats(values);
        output.endSection();
    }

    private static void done(SnapshotOutput output, int partitions, long entries) {
        output.beginSection("DONE", 12);
        output.writeInt(partitions);
        output.writeLong(entries);
        output.endSection();
    }
}
