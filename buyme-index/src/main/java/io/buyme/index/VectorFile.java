package io.buyme.index;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that the operating system may put aside: a file without a name, mapped. It is gone with the last of what was
 * mapped, or with the process, however that ends; where an open file cannot lose its name, it is deleted at the end.
 */
final class VectorFile {

    private final Path folder;
    private final FileChannel channel;

    private VectorFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws BuyMeException if there can be no file in the folder */
    static VectorFile in(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "buyme", ".vectors");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                Files.delete(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
            return new VectorFile(folder, channel);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Returns so many more floats. Their room is taken on the disk, so that using them cannot fail. */
    FloatBuffer next(int floats) {
        try {
            long from = channel.size();
            long length = (long) floats * Float.BYTES;
            ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 16);
            for (long at = from; at < from + length; at += zeros.position()) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), from + length - at));
                while (zeros.hasRemaining()) {
                    channel.write(zeros, at + zeros.position());
                }
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, from, length)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static BuyMeException failed(Path folder, IOException e) {
        return new BuyMeException(
                StageKind.INDEX,
                "ivfpq",
                "cannot keep vectors in folder %s (%s); check that it exists, may be written and has room"
                        .formatted(folder, e),
                e);
    }
}
