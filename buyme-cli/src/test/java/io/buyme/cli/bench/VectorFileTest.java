package io.buyme.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.BuyMeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorFileTest {

    private final Path folder;

    VectorFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheFvecsThatItWrites() throws IOException {
        VectorSet vectors = VectorSet.over(List.of(new float[] {1, -2.5f}, new float[] {3, 4}, new float[] {5, 6}));
        Path file = folder.resolve("a.fvecs");
        VectorFile.writeFvecs(vectors, file);
        assertThat(Files.size(file)).isEqualTo(36);
        VectorSet read = VectorFile.read(file, 2);
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.row(0)).containsExactly(1, -2.5f);
        assertThat(read.row(1)).containsExactly(3, 4);
    }

    @Test
    void readsBytes() throws IOException {
        Path file = write(
                "a.bvecs",
                little(14).putInt(3).put(new byte[] {0, 1, -1}).putInt(3).put(new byte[] {7, 8, 9}));
        assertThat(VectorFile.read(file, 10).row(0)).containsExactly(0, 1, 255);
        assertThat(VectorFile.read(file, 10).row(1)).containsExactly(7, 8, 9);
    }

    @Test
    void readsPackedIdxAsFashionMnistComes() throws IOException {
        ByteBuffer idx =
                ByteBuffer.allocate(24).putInt(0x803).putInt(2).putInt(2).putInt(2);
        idx.put(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) 200});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(idx.array());
        }
        Path file = Files.write(folder.resolve("images-idx3-ubyte.gz"), packed.toByteArray());
        assertThat(VectorFile.read(file, 9).row(1)).containsExactly(5, 6, 7, 200);
    }

    @Test
    void readsNumpyArrays() throws IOException {
        assertThat(VectorFile.read(
                                numpy(
                                        "<f4",
                                        "(2, 2)",
                                        little(16)
                                                .putFloat(1)
                                                .putFloat(2)
                                                .putFloat(3)
                                                .putFloat(4)),
                                9)
                        .row(1))
                .containsExactly(3, 4);
        assertThat(VectorFile.read(
                                numpy("<f8", "(1, 2)", little(16).putDouble(0.5).putDouble(2)), 9)
                        .row(0))
                .containsExactly(0.5f, 2);
        assertThat(VectorFile.read(
                                numpy("|u1", "(1, 2)", little(2).put((byte) 9).put((byte) 250)), 9)
                        .row(0))
                .containsExactly(9, 250);
    }

    @Test
    void refusesNumpyArraysOfOtherShapes() throws IOException {
        assertRefused(numpy("<f4", "(2, 2, 2)", little(32)), "(2, 2, 2)");
        assertRefused(numpy("<i4", "(2, 2)", little(16)), "<i4");
        assertRefused(write("b.npy", little(16)), "NumPy");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1 << 21})
    void believesNoLength(int length) throws IOException {
        assertRefused(write("c.fvecs", little(8).putInt(length)), Integer.toString(length));
    }

    @Test
    void saysWhatIsWrongWithOtherFiles() throws IOException {
        assertRefused(write("d.fvecs", little(6).putInt(2)), "ends in the middle");
        assertRefused(write("e.fvecs", little(2)), "ends in the middle");
        assertRefused(write("f.fvecs", little(0)), "no vectors");
        assertRefused(write("g.txt", little(4)), ".fvecs");
        assertRefused(write("h-ubyte", little(16)), "IDX");
        assertRefused(folder.resolve("missing.fvecs"), "missing.fvecs");
        assertRefused(
                write(
                        "i.fvecs",
                        little(20).putInt(1).putFloat(1).putInt(2).putFloat(1).putFloat(1)),
                "vector 1");
    }

    private void assertRefused(Path file, String said) {
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> VectorFile.read(file, 10))
                .withMessageContaining(said);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Path numpy(String type, String shape, ByteBuffer values) throws IOException {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
        ByteBuffer file = little(10 + header.length() + values.capacity());
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return write("a.npy", file.put(values.rewind()));
    }

    private Path write(String name, ByteBuffer bytes) throws IOException {
        byte[] all = new byte[bytes.capacity()];
        bytes.rewind().get(all);
        return Files.write(folder.resolve(name), all);
    }
}
