import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Puts the BlazePose models where the build packs them into the jar. They come out of an npm package, are checked
 * against pinned hashes and kept in a cache outside the build folder, so that a clean build fetches nothing.
 *
 * <p>Arguments: the folder to write to; the cache folder, or empty for the user's; a tarball at hand, or empty to ask
 * npm for it. Runs from source: {@code java FetchBlazePose.java target/models "" ""}.
 */
final class FetchBlazePose {

    private static final String PACKAGE = "@mediapipe/pose@0.5.1675469404";
    private static final String TARBALL_SHA256 = "8bb349a7b3a3ba699df23be804ddd3b3eab810b50b15406894be257859388a84";

    /** The package calls its person detector by the name that its web loader expects. */
    private static final List<Model> MODELS = List.of(
            new Model(
                    "pose_detection.tflite",
                    "package/pose_solution_packed_assets.data",
                    "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85"),
            new Model(
                    "pose_landmark_full.tflite",
                    "package/pose_landmark_full.tflite",
                    "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f"));

    private static final int TAR_BLOCK = 512;

    private record Model(String name, String entry, String sha256) {}

    private FetchBlazePose() {}

    public static void main(String[] args) {
        try {
            fetch(Path.of(args[0]), cacheFolder(args[1]), args[2]);
        } catch (IOException | UncheckedIOException | Failure e) {
            System.err.println("BlazePose models: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void fetch(Path output, Path cache, String tarball) throws IOException {
        if (allPresent(output)) {
            return;
        }
        Files.createDirectories(cache);
        if (!tarball.isBlank()) {
            unpack(Path.of(tarball), cache);
        } else if (!allPresent(cache)) {
            fetchWithNpm(cache);
        }
        Files.createDirectories(output);
        for (Model model : MODELS) {
            writeAtomically(output.resolve(model.name), Files.readAllBytes(cache.resolve(model.name)));
        }
    }

    private static Path cacheFolder(String configured) {
        Path base;
        if (!configured.isBlank()) {
            base = Path.of(configured);
        } else if (System.getenv("XDG_CACHE_HOME") != null) {
            base = Path.of(System.getenv("XDG_CACHE_HOME"), "buyme");
        } else if (isWindows() && System.getenv("LOCALAPPDATA") != null) {
            base = Path.of(System.getenv("LOCALAPPDATA"), "buyme");
        } else {
            base = Path.of(System.getProperty("user.home"), ".cache", "buyme");
        }
        return base.resolve("blazepose-" + TARBALL_SHA256.substring(0, 12));
    }

    private static boolean allPresent(Path folder) throws IOException {
        for (Model model : MODELS) {
            Path file = folder.resolve(model.name);
            if (!Files.isRegularFile(file) || !sha256(Files.readAllBytes(file)).equals(model.sha256)) {
                return false;
            }
        }
        return true;
    }

    /** Works in a folder of its own, so that two builds at once do not meet. */
    private static void fetchWithNpm(Path cache) throws IOException {
        Path folder = Files.createTempDirectory(cache, "npm-");
        try {
            System.out.println("Fetching " + PACKAGE + " with npm, once, into " + cache);
            runNpmPack(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tgz")) {
                for (Path file : files) {
                    unpack(file, cache);
                    return;
                }
            }
            throw new Failure("'npm pack " + PACKAGE + "' ended without an error but wrote no tarball");
        } finally {
            deleteFolder(folder);
        }
    }

    private static void runNpmPack(Path folder) throws IOException {
        String npm = isWindows() ? "npm.cmd" : "npm";
        Process process;
        try {
            process = new ProcessBuilder(npm, "pack", "--ignore-scripts", "--loglevel=error", PACKAGE)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new Failure("cannot run npm (" + e.getMessage() + "). " + advice());
        }
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new Failure("'npm pack " + PACKAGE + "' ended with exit code " + exit + ". " + advice());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while npm was running");
        }
    }

    private static String advice() {
        return "Install Node.js with npm and build again, or fetch the tarball of " + PACKAGE
                + " on another machine and build with -Dbuyme.blazepose=FILE";
    }

    private static void unpack(Path tarball, Path cache) throws IOException {
        if (!Files.isRegularFile(tarball)) {
            throw new Failure("there is no tarball " + tarball.toAbsolutePath());
        }
        requireHash(tarball.toString(), TARBALL_SHA256, Files.readAllBytes(tarball));
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream in = Files.newInputStream(tarball);
                DataInputStream tar = new DataInputStream(new GZIPInputStream(in, 1 << 16))) {
            readEntries(tar, entries);
        }
        for (Model model : MODELS) {
            byte[] bytes = entries.getOrDefault(model.entry, new byte[0]);
            requireHash(model.entry, model.sha256, bytes);
            writeAtomically(cache.resolve(model.name), bytes);
        }
    }

    /** Reads the entries that are models: a header block with name and octal size, then the padded content. */
    private static void readEntries(DataInputStream tar, Map<String, byte[]> entries) throws IOException {
        byte[] header = new byte[TAR_BLOCK];
        while (tar.readNBytes(header, 0, TAR_BLOCK) == TAR_BLOCK && header[0] != 0) {
            String name = text(header, 0, 100);
            long size = Long.parseLong(text(header, 124, 12), 8);
            long padding = (TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK;
            if (MODELS.stream().anyMatch(m -> m.entry.equals(name))) {
                entries.put(name, tar.readNBytes((int) size));
                tar.skipNBytes(padding);
            } else {
                tar.skipNBytes(size + padding);
            }
        }
    }

    private static String text(byte[] header, int offset, int length) {
        String field = new String(header, offset, length, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return (end < 0 ? field : field.substring(0, end)).strip();
    }

    /** Another build may read the file at any time: it sees the old one or the whole new one. */
    private static void writeAtomically(Path file, byte[] bytes) throws IOException {
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "model-", ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requireHash(String what, String wanted, byte[] bytes) {
        String found = sha256(bytes);
        if (!found.equals(wanted)) {
            throw new Failure(what + " has SHA-256 " + found + ", wanted " + wanted
                    + "; it is not the file of " + PACKAGE + " or it is damaged");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** What went wrong, in words for whoever runs the build. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }
}
