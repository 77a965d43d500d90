package io.buyme.train.loop;

import io.buyme.train.loop.TrainingException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the last two checkpoints of a run in a folder, and the one with the best weights. */
final class CheckpointStore {

    private static final String PREFIX = "checkpoint-";
    private static final String SUFFIX = ".bin";
    private static final int KEPT = 2;

    private final Path folder;
    private final AtomicFile.Opener opener;

    CheckpointStore(Path folder, AtomicFile.Opener opener) {
        this.folder = folder;
        this.opener = opener;
    }

    /** Writes a checkpoint; then deletes all but the last two. */
    void save(Checkpoint checkpoint) {
        write(folder.resolve("%s%09d%s".formatted(PREFIX, checkpoint.weights().steps, SUFFIX)), checkpoint);
        deleteOld();
    }

    /** Keeps a checkpoint whose averaged weights measured best. */
    void saveBest(Checkpoint checkpoint) {
        write(bestFile(), checkpoint);
    }

    private void write(Path file, Checkpoint checkpoint) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, opener, out -> CheckpointFormat.write(checkpoint, out));
        } catch (IOException e) {
            long megabytes = 4L * Float.BYTES * checkpoint.weights().values.length / 1_000_000;
            throw new TrainingException(
                    Reason.CHECKPOINT_NOT_WRITTEN,
                    ("cannot write the checkpoint '%s' (about %d MB): %s; what was saved before is still in '%s':"
                                    + " make room, then resume")
                            .formatted(file.getFileName(), megabytes, e.getMessage(), folder),
                    e);
        }
    }

    private void deleteOld() {
        try {
            for (Path old : newestFirst().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new TrainingException(
                    Reason.CHECKPOINT_NOT_WRITTEN, "cannot delete old checkpoints in '" + folder + "'", e);
        }
    }

    /**
     * Reads the last checkpoint, or the one before if the last is damaged.
     *
     * @throws TrainingException if there are checkpoints, but none can be read
     */
    Optional<Checkpoint> latest() {
        StringBuilder failures = new StringBuilder();
        for (Path file : newestFirst()) {
            try {
                return Optional.of(read(file));
            } catch (IOException e) {
                failures.append("; ").append(file.getFileName()).append(": ").append(e.getMessage());
            }
        }
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        throw new TrainingException(
                Reason.CHECKPOINT_UNREADABLE,
                "cannot resume from '" + folder + "'" + failures + "; delete these files to start again",
                null);
    }

    /** Reads the checkpoint whose averaged weights measured best. */
    Optional<Checkpoint> best() {
        if (Files.notExists(bestFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(bestFile()));
        } catch (IOException e) {
            throw new TrainingException(
                    Reason.CHECKPOINT_UNREADABLE, "cannot read '" + bestFile() + "': " + e.getMessage(), e);
        }
    }

    private Path bestFile() {
        return folder.resolve("best" + SUFFIX);
    }

    private static Checkpoint read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return CheckpointFormat.read(in);
        }
    }

    private List<Path> newestFirst() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(CheckpointStore::isCheckpoint)
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            throw new TrainingException(Reason.CHECKPOINT_UNREADABLE, "cannot list '" + folder + "'", e);
        }
    }

    private static boolean isCheckpoint(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }
}
