package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What an export has written. Differences are from DL4J's output, relative to a value, or absolute where the value is
 * below 1.
 *
 * @param file the model
 * @param bytes its size
 * @param translationDifference the largest difference with weights as they are
 * @param storedDifference the largest difference with weights as they are stored, which may be in 16 bits
 */
public record ExportReport(Path file, long bytes, double translationDifference, double storedDifference) {

    /** Checks its arguments. */
    public ExportReport {
        requireNonNull(file, "file");
    }
}
