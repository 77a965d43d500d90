package io.buyme.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A Python that has FAISS (Debian's package python3-faiss), and runs scripts in one process. */
final class FaissPython implements AutoCloseable {

    private static final String LOOP = """
            import sys, base64, traceback, faiss, numpy as np
            faiss.omp_set_num_threads(1)
            print('ready', flush=True)
            for line in sys.stdin:
                try:
                    exec(base64.b64decode(line), {'faiss': faiss, 'np': np})
                    print('done', flush=True)
                except BaseException:
                    print(repr(traceback.format_exc()), flush=True)
            """;

    private final Process process;
    private final BufferedReader answers;

    private FaissPython(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    /** Starts it, if this machine has one. */
    static Optional<FaissPython> start() {
        for (String command : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(command, "-c", LOOP)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                FaissPython python = new FaissPython(process);
                if ("ready".equals(python.answers.readLine())) {
                    return Optional.of(python);
                }
                python.close();
            } catch (IOException e) {
                // There is no such command.
            }
        }
        return Optional.empty();
    }

    /** Runs a script, which knows the path of a folder. */
    void run(Path folder, String script) throws IOException {
        String whole = "folder = '%s/'\n%s".formatted(folder, script);
        String line = Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8)) + "\n";
        process.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        String answer = answers.readLine();
        if (!"done".equals(answer)) {
            throw new IllegalStateException(script + answer);
        }
    }

    @Override
    public void close() {
        process.destroy();
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
