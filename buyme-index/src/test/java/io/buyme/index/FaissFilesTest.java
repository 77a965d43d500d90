package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The format, byte by byte, and what becomes of files that have other bytes. */
class FaissFilesTest {

    private static final EmbeddingSpace SPACE = space(Metric.EUCLIDEAN, 6);
    private static final int ROWS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path snapshot;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void save() {
        snapshot = folder.resolve("snapshot");
        file = folder.resolve("faiss");
        try (SnapshotableIndex index = new FlatIndexProvider().create(SPACE, Options.none())) {
            index.upsertAll(entries(SPACE, 0, ROWS));
            index.save(snapshot);
        }
    }

    @Test
    void aFlatFileHasTheBytesThatFaissWrites() throws IOException {
        EmbeddingSpace space = space(Metric.DOT, 2);
        ByteBuffer wanted = ByteBuffer.allocate(4 + 4 + 3 * 8 + 1 + 4 + 8 + 16).order(ByteOrder.LITTLE_ENDIAN);
        wanted.put("IxFI".getBytes(StandardCharsets.US_ASCII)).putInt(2).putLong(2);
        wanted.putLong(1 << 20).putLong(1 << 20).put((byte) 1).putInt(0);
        wanted.putLong(4).putFloat(1.5f).putFloat(-2).putFloat(0).putFloat(1024.25f);
        Files.write(file, wanted.array());
        FaissIndex read = FaissFiles.read(file);
        assertThat(read.vector(0)).containsExactly(1.5f, -2);
        assertThat(read.vector(1)).containsExactly(0, 1024.25f);
        FaissFiles.toSnapshot(file, space, "p", Long::toString, snapshot);
        Path again = folder.resolve("again");
        assertThat(FaissFiles.fromSnapshot(snapshot, space, "p", FaissKind.FLAT, Options.none(), again))
                .containsExactly("0", "1");
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @EnumSource(FaissKind.class)
    void anIndexComesBackAsItWas(FaissKind kind) throws IOException {
        List<String> ids = write(kind);
        FaissIndex read = FaissFiles.read(file);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.metric()).isEqualTo(Metric.EUCLIDEAN);
        assertThat(ids).isEqualTo(IndexData.ids(0, ROWS));
        for (int i = 0; i < ROWS; i++) {
            float[] wanted = entries(SPACE, i, i + 1).get(0).embedding().toArray();
            assertThat(ExactScores.squaredDistance(read.vector(i), wanted, 0))
                    .isCloseTo(0, within(kind == FaissKind.IVF_PQ ? 1.0 : 0.0));
        }
        Path back = folder.resolve("back");
        FaissFiles.toSnapshot(file, SPACE, "p", id -> ids.get((int) id), back);
        Path again = folder.resolve("again");
        assertThat(FaissFiles.fromSnapshot(back, SPACE, "p", kind, options(kind), again))
                .isEqualTo(ids);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @EnumSource(FaissKind.class)
    void aFileThatIsCutOffOrTooLongIsRefused(FaissKind kind) throws IOException {
        write(kind);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < 200; i++) {
            Files.write(file, Arrays.copyOf(good, (int) ((long) good.length * i / 200)));
            assertRefused("");
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertRefused("1 bytes follow");
    }

    /** Without checksums, damage may make another valid index. It never makes anything else. */
    @ParameterizedTest
    @EnumSource(FaissKind.class)
    void damageIsRefusedOrHarmless(FaissKind kind) throws IOException {
        write(kind);
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = good.clone();
            int at = random.nextInt(2) == 0 ? random.nextInt(good.length) : random.nextInt(200);
            damaged[at] = (byte) random.nextInt(256);
            if (i % 3 == 0) {
                Arrays.fill(damaged, at, Math.min(at + 8, good.length), (byte) 0xff);
            }
            Files.write(file, damaged);
            try {
                FaissIndex read = FaissFiles.read(file);
                assertThat(read.size()).isEqualTo(ROWS);
                assertThat(read.vector(ROWS - 1)).hasSize(6);
                assertThat(read.entries(SPACE, "p", Long::toString)).hasSize(ROWS);
            } catch (IndexFormatException e) {
                assertThat(e).hasMessageContaining(file.toString());
                refused++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s).*(two vectors are called|does not fit).*");
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1482127433, IxWX",
        "4, 0, 'dimension 0'",
        "4, -1, 'dimension -1'",
        "8, 2147483647, 'where'",
        "12, 1, 'vectors of dimension'",
        "33, 5, 'metric is number 5'",
        "37, 1799, '1799 vectors where 1800'",
        "41, 268435456, 'but has 7200 bytes left'",
        "45, 2143289344, 'vector 0 is not finite'"
    })
    void aFlatFileThatMakesNoSenseIsRefused(int at, int value, String why) throws IOException {
        write(FaissKind.FLAT);
        byte[] content = Files.readAllBytes(file);
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        Files.write(file, content);
        assertRefused(why);
    }

    @Test
    void kindsThatAreNotReadAreNamed() throws IOException {
        Files.writeString(file, "IwSq and more");
        assertRefused("'IwSq'");
        assertRefused("IndexHNSWFlat");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> FaissFiles.read(folder.resolve("missing")))
                .withMessageContaining("missing");
    }

    @Test
    void spacesPartitionsNamesAndOptionsHaveToFit() {
        write(FaissKind.FLAT);
        FaissIndex read = FaissFiles.read(file);
        for (EmbeddingSpace other : List.of(space(Metric.DOT, 6), space(Metric.EUCLIDEAN, 7))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read.entries(other, "p", Long::toString))
                    .withMessageContaining(other.id());
        }
        assertThat(read.entries(space(Metric.COSINE, 6), "p", Long::toString)).hasSize(ROWS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.entries(SPACE, "p", id -> "same"))
                .withMessageContaining("two vectors are called 'same'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaissFiles.fromSnapshot(snapshot, SPACE, "q", FaissKind.FLAT, Options.none(), file))
                .withMessageContaining("no partition 'q'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaissFiles.fromSnapshot(
                        snapshot, SPACE, "p", FaissKind.IVF_PQ, Options.of(Map.of("m", "4")), file))
                .withMessageContaining("m must divide 6");
    }

    private List<String> write(FaissKind kind) {
        return FaissFiles.fromSnapshot(snapshot, SPACE, "p", kind, options(kind), file);
    }

    private static Options options(FaissKind kind) {
        return switch (kind) {
            case FLAT -> Options.none();
            case HNSW -> Options.of(Map.of("m", "4"));
            case IVF_PQ -> Options.of(Map.of("m", "3", "nlist", "9"));
        };
    }

    private void assertRefused(String why) {
        assertThatExceptionOfType(IndexFormatException.class)
                .isThrownBy(() -> FaissFiles.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(why);
    }
}
