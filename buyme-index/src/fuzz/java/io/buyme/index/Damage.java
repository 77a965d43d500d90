package io.buyme.index;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Changes a few numbers of a file, or cuts it off. */
final class Damage {

    private static final int MOST_CHANGES = 4;

    private Damage() {}

    static byte[] of(byte[] good, FuzzedDataProvider data) {
        ByteBuffer content = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int changes = data.consumeInt(0, MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            if (data.consumeBoolean()) {
                content.put(data.consumeInt(0, good.length - 1), data.consumeByte());
            } else {
                content.putInt(data.consumeInt(0, good.length - Integer.BYTES), data.consumeInt());
            }
        }
        return data.consumeBoolean()
                ? Arrays.copyOf(content.array(), data.consumeInt(0, good.length))
                : content.array();
    }

    /** The same, but nearly always with checksums that are right, as only then a reader looks further. */
    static byte[] ofSnapshot(byte[] good, FuzzedDataProvider data) {
        byte[] damaged = of(good, data);
        if (!data.consumeBoolean()) {
            seal(damaged);
        }
        return damaged;
    }

    private static void seal(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int at = SnapshotFormat.MAGIC.length + Integer.BYTES;
        int head = SnapshotFormat.SECTION_HEAD_BYTES;
        while (at + head + SnapshotFormat.CHECKSUM_BYTES <= content.length) {
            buffer.putInt(at + head, checksum(content, at, head));
            long length = buffer.getLong(at + SnapshotFormat.TAG_BYTES);
            int payload = at + head + SnapshotFormat.CHECKSUM_BYTES;
            if (length < 0 || length > content.length - payload - SnapshotFormat.CHECKSUM_BYTES) {
                return;
            }
            buffer.putInt(payload + (int) length, checksum(content, payload, (int) length));
            at = payload + (int) length + SnapshotFormat.CHECKSUM_BYTES;
        }
    }

    private static int checksum(byte[] content, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, from, length);
        return (int) checksum.getValue();
    }
}
