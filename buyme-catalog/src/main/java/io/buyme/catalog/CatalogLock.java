package io.buyme.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody else out of a catalogue, in this process and others. The operating system gives the lock up when the
 * process ends, however it ends.
 */
final class CatalogLock implements AutoCloseable {

    /**
     * Folders open in this process. They must be known before the lock file is touched: on Linux, closing any channel of
     * a file gives up all locks that the process holds on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private CatalogLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static CatalogLock acquire(CatalogFolder folder) {
        if (!HELD.add(folder.path())) {
            throw locked(folder, "this process");
        }
        CatalogLock lock = null;
        try {
            lock = lockFile(folder);
            return lock;
        } catch (IOException e) {
            throw new CatalogException(
                    Reason.FOLDER,
                    "cannot write in the catalogue folder %s (%s); check its permissions or name another"
                            .formatted(folder.path(), e),
                    e);
        } finally {
            if (lock == null) {
                HELD.remove(folder.path());
            }
        }
    }

    // The lock belongs to its channel, which outlives this method if the lock was granted.
    private static CatalogLock lockFile(CatalogFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), CREATE, READ, WRITE);
        FileLock granted = null;
        try {
            granted = tryLock(channel, folder);
            if (granted == null) {
                throw locked(folder, "process " + owner(channel));
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(UTF_8)), 0);
            return new CatalogLock(folder.path(), channel);
        } finally {
            closeUnless(granted, channel);
        }
    }

    /** {@link #HELD} does not know what another class loader's copy of this class holds; the JDK does. */
    private static @Nullable FileLock tryLock(FileChannel channel, CatalogFolder folder) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw locked(folder, "this process");
        }
    }

    private static void closeUnless(@Nullable FileLock granted, FileChannel channel) throws IOException {
        if (granted == null) {
            channel.close();
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return UTF_8.decode(pid.flip()).toString();
    }

    private static CatalogException locked(CatalogFolder folder, String owner) {
        return new CatalogException(
                Reason.LOCKED,
                "catalogue %s is already open in %s; close it there, or use that one".formatted(folder.path(), owner));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
