package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * When a catalogue makes a copy of its database by itself.
 *
 * @param folder for the copies; better on another disk than the catalogue
 * @param everyChanges a copy is made after so many added, changed or removed products, at least 1
 * @param keep how many copies stay, at least 1; older ones are deleted once a new one is whole
 */
public record BackupPolicy(Path folder, int everyChanges, int keep) {

    /** Checks the numbers. */
    public BackupPolicy {
        requireNonNull(folder, "folder");
        if (everyChanges < 1 || keep < 1) {
            throw new IllegalArgumentException("backups are made every 1 or more changes, and 1 or more of them kept;"
                    + " got %d and %d".formatted(everyChanges, keep));
        }
    }
}
