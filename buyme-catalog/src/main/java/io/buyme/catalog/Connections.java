package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The connections to one database file: one that writes, and some that read beside it. */
final class Connections implements AutoCloseable {

    private static final int IDLE_READERS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final Path file;
    private final Connection writer;
    private final Deque<Connection> idleReaders = new ArrayDeque<>();
    private boolean closed;

    private Connections(Path file, Connection writer) {
        this.file = file;
        this.writer = writer;
    }

    static Connections open(Path file) {
        try {
            return new Connections(file, connect(file));
        } catch (SQLException e) {
            throw failure("open", file, e);
        }
    }

    /**
     * Write-ahead log, so that reading goes on while writing; synced at every commit, so that none is ever lost. The
     * file is named by its URI, in which a question mark of its path does not begin the driver's own parameters.
     */
    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    /** Runs a query on what is committed, beside other readers and the writer. */
    <T> T read(Sql<T> query) {
        try {
            Connection reader = borrow();
            try {
                return query.on(reader);
            } finally {
                giveBack(reader);
            }
        } catch (SQLException e) {
            throw failure("read", file, e);
        }
    }

    /** Runs all of the work in one transaction, or none of it. */
    <T> T write(Sql<T> work) {
        synchronized (writer) {
            checkOpen();
            try {
                return inTransaction(work);
            } catch (SQLException e) {
                throw failure("write", file, e);
            }
        }
    }

    private <T> T inTransaction(Sql<T> work) throws SQLException {
        writer.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.on(writer);
            writer.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                writer.rollback();
            }
            writer.setAutoCommit(true);
        }
    }

    private Connection borrow() throws SQLException {
        Connection reader;
        synchronized (idleReaders) {
            checkOpen();
            reader = idleReaders.poll();
        }
        return reader == null ? connect(file) : reader;
    }

    private void giveBack(Connection reader) throws SQLException {
        synchronized (idleReaders) {
            if (!closed && idleReaders.size() < IDLE_READERS) {
                idleReaders.push(reader);
                return;
            }
        }
        reader.close();
    }

    private void checkOpen() {
        synchronized (idleReaders) {
            if (closed) {
                throw new IllegalStateException("the catalogue is closed");
            }
        }
    }

    /** Closes the connections once the writer is idle; a reader that is in use is closed by its user. */
    @Override
    public void close() {
        synchronized (writer) {
            try {
                for (Connection reader : takeIdleReaders()) {
                    reader.close();
                }
                writer.close();
            } catch (SQLException e) {
                throw failure("close", file, e);
            }
        }
    }

    private Deque<Connection> takeIdleReaders() {
        synchronized (idleReaders) {
            closed = true;
            Deque<Connection> readers = new ArrayDeque<>(idleReaders);
            idleReaders.clear();
            return readers;
        }
    }

    private static CatalogException failure(String what, Path file, SQLException e) {
        return new CatalogException(
                Reason.DATABASE,
                "cannot %s the catalogue database %s: %s; check that the disk has room and the file is whole"
                        .formatted(what, file, e.getMessage()),
                e);
    }

    /**
     * Work on a connection.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    interface Sql<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
