package io.buyme.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes the numbers, texts and sections of {@link SnapshotFormat}. Throws UncheckedIOException. */
final class SnapshotOutput {

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    SnapshotOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    void beginSection(String tag, long length) {
        flush();
        checksum.reset();
        writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
        writeLong(length);
        writeChecksum();
    }

    void endSection() {
        writeChecksum();
    }

    void writeBytes(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            makeRoomFor(1);
            int count = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, count);
            from += count;
        }
    }

    void writeInt(int value) {
        makeRoomFor(Integer.BYTES);
        buffer.putInt(value);
    }

    void writeLong(long value) {
        makeRoomFor(Long.BYTES);
        buffer.putLong(value);
    }

    void writeText(byte[] utf8) {
        writeInt(utf8.length);
        writeBytes(utf8);
    }

    void writeFloats(float[] values) {
        for (float value : values) {
            makeRoomFor(Float.BYTES);
            buffer.putFloat(value);
        }
    }

    void flush() {
        buffer.flip();
        checksum.update(buffer.duplicate());
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.clear();
    }

    /** Writes the checksum of what came since the last one. */
    private void writeChecksum() {
        flush();
        writeInt((int) checksum.getValue());
        flush();
        checksum.reset();
    }

    private void makeRoomFor(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }
}
