package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Damages the first section of a kind in a snapshot. */
final class SnapshotDamage {

    private static final int TIMES = 200;

    private SnapshotDamage() {}

    /**
     * Changes a number, and makes the checksum right again.
     *
     * @param at bytes from the beginning of the section's payload on; less than zero from its end on
     */
    static void change(Path file, String tag, int at, int value) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int section = section(content, tag);
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int payload = section + SnapshotFormat.SECTION_HEAD_BYTES + SnapshotFormat.CHECKSUM_BYTES;
        int length = (int) buffer.getLong(section + SnapshotFormat.TAG_BYTES);
        buffer.putInt(payload + (at < 0 ? length + at : at), value);
        CRC32C checksum = new CRC32C();
        checksum.update(content, payload, length);
        buffer.putInt(payload + length, (int) checksum.getValue());
        Files.write(file, content);
    }

    /** Checks that a file is refused if a bit from the section on is wrong, or all that follows a byte of it is missing. */
    static void assertEachIsRefused(Path file, String tag, ThrowingCallable load) throws IOException {
        byte[] good = Files.readAllBytes(file);
        int section = section(good, tag);
        Random random = new Random(6);
        for (int i = 0; i < TIMES; i++) {
            int at = section + random.nextInt(good.length - section);
            byte[] damaged = good.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, i % 2 == 0 ? damaged : Arrays.copyOf(good, at));
            assertThatExceptionOfType(IndexFormatException.class).isThrownBy(load);
        }
    }

    private static int section(byte[] content, String tag) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(tag);
    }
}
