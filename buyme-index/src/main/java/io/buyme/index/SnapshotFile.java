package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;

/** Files with snapshots: replaced as a whole or not at all, and closed whatever happens. */
final class SnapshotFile {

    private SnapshotFile() {}

    /** @throws BuyMeException if the file cannot be read; an {@link IndexFormatException} if it is damaged */
    static <T extends SnapshotTarget> T read(String providerId, Path file, T target) {
        return open(providerId, file, input -> {
            new SnapshotReader(providerId, input, target).read();
            return target;
        });
    }

    /** Reads a file of any format, as above. */
    static <T> T open(String providerId, Path file, Reading<T> reading) {
        requireNonNull(file, "file");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return reading.read(new SnapshotInput(providerId, file, channel));
        } catch (IOException e) {
            throw new BuyMeException(
                    StageKind.INDEX,
                    providerId,
                    "cannot read %s (%s); check that the file exists and may be read".formatted(file, e),
                    e);
        }
    }

    /**
     * Writes beside the file, waits until the disk has it, and renames.
     *
     * @throws BuyMeException if that fails; an existing file is then as it was
     */
    static void replace(String providerId, Path file, Consumer<SnapshotOutput> content) {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(temporary);
        } catch (IOException | UncheckedIOException e) {
            throw new BuyMeException(
                    StageKind.INDEX,
                    providerId,
                    "cannot write %s (%s); check that its folder exists, may be written and has room"
                            .formatted(file, e),
                    e);
        } finally {
            deleteIfLeft(temporary);
        }
    }

    private static void write(Path temporary, Consumer<SnapshotOutput> content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.accept(new SnapshotOutput(channel));
            channel.force(true);
        }
    }

    /** Makes the new name outlast a power failure, where the system can open folders. */
    private static void forceDirectory(Path temporary) {
        try (FileChannel directory = FileChannel.open(requireNonNull(temporary.getParent()), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Some systems open no folders; the file is complete there too, under its old or its new name.
        }
    }

    private static void deleteIfLeft(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that left it behind is on its way to the caller and says more.
        }
    }

    /** What is done with an open file. */
    interface Reading<T> {
        T read(SnapshotInput input) throws IOException;
    }
}
