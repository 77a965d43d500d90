package io.buyme.catalog;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of this machine's programs, with data of its own in a temporary folder, for the tests of one run.
 * PostgreSQL does not run as root; then it runs as the user {@code postgres}, whom Debian's package makes.
 */
final class PostgresServer {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "buyme";

    private final Path programs;
    private final Path data;
    private final int port;
    private int databases;

    private PostgresServer(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Returns where the programs of the newest version are, if there are any. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static PostgresServer start(Path programs) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("buyme-postgres");
        if (isRoot()) {
            run("chown", "postgres", data.toString());
        }
        PostgresServer server = new PostgresServer(programs, data, freePort());
        server.program("initdb", "-D", data.toString(), "-A", "trust", "-U", USER, "-E", "UTF8", "--no-sync");
        String options = "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(server.port, data);
        server.program(
                "pg_ctl", "-D", data.toString(), "-l", data.resolve("log").toString(), "-o", options, "-w", "start");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("buyme-postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, SECONDS) || process.exitValue() != 0) {
            throw new IOException(List.of(command) + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }

    /** Returns a new, empty database. */
    synchronized DataSource database() {
        String name = "test" + databases++;
        try (Connection connection = dataSource("postgres").getConnection()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dataSource(name);
    }

    private PGSimpleDataSource dataSource(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name));
        source.setUser(USER);
        return source;
    }

    void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
