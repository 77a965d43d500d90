package io.buyme.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Python that has FAISS (Debian's package python3-faiss), if this machine has one. */
final class FaissPython {

    private final String command;

    private FaissPython(String command) {
        this.command = command;
    }

    static Optional<FaissPython> find() {
        for (String command : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = start(List.of(command, "-c", "import faiss"));
                process.getInputStream().readAllBytes();
                if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(new FaissPython(command));
                }
            } catch (IOException e) {
                // There is no such command.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }

    /** Runs a script in a folder, in one thread. */
    void run(Path folder, String script) {
        try {
            String withImports = "import faiss, numpy as np\nfaiss.omp_set_num_threads(1)\nfolder = '%s/'\n%s"
                    .formatted(folder, script);
            Process process = start(List.of(command, "-c", withImports));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Writes floats that {@code np.fromfile(..., dtype='<f4')} reads. */
    static void writeFloats(Path file, List<float[]> rows) throws IOException {
        int dimension = rows.get(0).length;
        ByteBuffer buffer =
                ByteBuffer.allocate(rows.size() * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float value : row) {
                buffer.putFloat(value);
            }
        }
        Files.write(file, buffer.array());
    }

    /** Reads floats that {@code array.astype('<f4').tofile} wrote. */
    static List<float[]> readFloats(Path file, int dimension) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<float[]> rows = new ArrayList<>();
        while (buffer.hasRemaining()) {
            float[] row = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                row[i] = buffer.getFloat();
            }
            rows.add(row);
        }
        return rows;
    }

    /** Reads numbers that {@code array.astype('<i8').tofile} wrote, in rows. */
    static List<List<Long>> readLongs(Path file, int columns) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<List<Long>> rows = new ArrayList<>();
        while (buffer.hasRemaining()) {
            List<Long> row = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                row.add(buffer.getLong());
            }
            rows.add(row);
        }
        return rows;
    }
}
