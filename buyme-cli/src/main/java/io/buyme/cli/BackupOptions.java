package io.buyme.cli;

import io.buyme.catalog.BackupPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a catalogue makes backups by itself. */
final class BackupOptions {

    @Option(
            names = "--backup-to",
            paramLabel = "DIR",
            description = "Make a backup in this folder after every so many changes since the last one there.")
    private @Nullable Path folder;

    @Option(
            names = "--backup-every",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Changes between backups (default: ${DEFAULT-VALUE}).")
    private int everyChanges;

    @Option(
            names = "--backup-keep",
            paramLabel = "N",
            defaultValue = "3",
            description = "Backups to keep; older ones are deleted (default: ${DEFAULT-VALUE}).")
    private int keep;

    /** Returns what was asked for, if backups were. */
    Optional<BackupPolicy> policy() {
        Usage.atLeast(1, everyChanges, "--backup-every");
        Usage.atLeast(1, keep, "--backup-keep");
        return Optional.ofNullable(folder).map(f -> new BackupPolicy(f, everyChanges, keep));
    }
}
