package io.buyme.index;

import static io.buyme.index.SnapshotFormat.CHECKSUM_BYTES;
import static io.buyme.index.SnapshotFormat.SECTION_HEAD_BYTES;
import static io.buyme.index.SnapshotFormat.TAG_BYTES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads the numbers, texts and sections of {@link SnapshotFormat}. Believes no length before it has compared it with
 * what is left of the section and of the file, so a damaged file cannot make it ask for more memory than the file is
 * long.
 */
final class SnapshotInput {

    private static final int LARGEST_BUFFER = 1 << 16;

    private final String providerId;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final CRC32C checksum = new CRC32C();
    private long leftInFile;
    private long leftInSection;
    private long unbuffered;
    private String section = "header";

    SnapshotInput(String providerId, Path file, FileChannel channel) throws IOException {
        this.providerId = providerId;
        this.file = file;
        this.channel = channel;
        this.leftInFile = channel.size();
        int capacity = (int) Math.max(Long.BYTES, Math.min(leftInFile, LARGEST_BUFFER));
        this.buffer = ByteBuffer.allocateDirect(capacity)
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
    }

    /** Begins a piece of so many bytes that has no checksum of its own. */
    void beginPlain(int length) {
        begin("header", length);
    }

    /** Begins a piece that is all that is left of the file and has no checksum of its own. */
    void beginRest() {
        begin("content", leftInFile);
    }

    /** Returns how many bytes of the section have not been read yet. */
    long leftInSection() {
        return leftInSection;
    }

    /** Reads the head of the next section and returns its tag. */
    String beginSection() throws IOException {
        begin("section head", SECTION_HEAD_BYTES);
        String tag = new String(readBytes(TAG_BYTES), StandardCharsets.US_ASCII);
        long length = readLong();
        verifyChecksum();
        if (length < 0 || length > leftInFile - CHECKSUM_BYTES) {
            throw damaged("section %s claims %d bytes, but the file has %d more"
                    .formatted(tag, length, Math.max(0, leftInFile - CHECKSUM_BYTES)));
        }
        begin(tag, length);
        return tag;
    }

    /** Checks that all of the section was read, and read as it was written. */
    void endSection() throws IOException {
        if (leftInSection != 0) {
            throw damaged("section %s is %d bytes too long".formatted(section, leftInSection));
        }
        verifyChecksum();
    }

    void skipSection() throws IOException {
        while (leftInSection > 0) {
            readBytes((int) Math.min(leftInSection, buffer.capacity()));
        }
        endSection();
    }

    long leftInFile() {
        return leftInFile;
    }

    byte[] readBytes(int count) throws IOException {
        if (count < 0 || count > leftInSection) {
            throw damaged("section %s ends in the middle".formatted(section));
        }
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            fill(1);
            int some = Math.min(buffer.remaining(), count - done);
            buffer.get(bytes, done, some);
            done += some;
        }
        leftInSection -= count;
        return bytes;
    }

    int readInt() throws IOException {
        fill(Integer.BYTES);
        leftInSection -= Integer.BYTES;
        return buffer.getInt();
    }

    long readLong() throws IOException {
        fill(Long.BYTES);
        leftInSection -= Long.BYTES;
        return buffer.getLong();
    }

    String readText() throws IOException {
        try {
            return Texts.decode(readBytes(readInt()));
        } catch (CharacterCodingException e) {
            throw damaged("section %s has a text that is not UTF-8".formatted(section));
        }
    }

    void readFloats(float[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            fill(Float.BYTES);
            values[i] = buffer.getFloat();
        }
        leftInSection -= (long) values.length * Float.BYTES;
    }

    IndexFormatException damaged(String problem) {
        return new IndexFormatException(providerId, file, problem);
    }

    private void begin(String name, long length) {
        section = name;
        if (length > leftInFile) {
            throw damaged("it ends in the middle of its %s".formatted(name));
        }
        leftInSection = length;
        unbuffered = length;
        checksum.reset();
    }

    private void verifyChecksum() throws IOException {
        int computed = (int) checksum.getValue();
        String of = section;
        begin("checksum", CHECKSUM_BYTES);
        if (readInt() != computed) {
            throw damaged("the checksum of its %s is wrong".formatted(of));
        }
    }

    /** Makes so many bytes available. Reads from the section only, so that the checksum covers nothing else. */
    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        if (buffer.remaining() + unbuffered < bytes) {
            throw damaged("section %s ends in the middle".formatted(section));
        }
        int kept = buffer.remaining();
        buffer.compact();
        buffer.limit(kept + (int) Math.min(buffer.remaining(), unbuffered));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw damaged("it became shorter while it was read");
            }
        }
        unbuffered -= buffer.position() - kept;
        leftInFile -= buffer.position() - kept;
        checksum.update(buffer.duplicate().position(kept));
        buffer.flip();
    }
}
